/// How one run of a command line ended.
struct LinnetRun: Hashable {
  var output: String
  var errors: String
  var status: Int32
}
