import GRDB

/// The migrations of the collection, in order. One that was released is never edited; a change of the schema
/// is a new one. They use strings only, so that they mean the same when the code around them has changed.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: notes, cards, links, log") { db in
      for statement in [Schema.identity, Schema.notes, Schema.cards, Schema.log, Schema.links] {
        try db.execute(sql: statement)
      }
    }
    migrator.registerMigration("2: marks") { try $0.execute(sql: Schema.marks) }
    migrator.registerMigration("3: memories of other programs") { try $0.execute(sql: Schema.memories) }
    migrator.registerMigration("4: reading mode") { try $0.execute(sql: Schema.readingMode) }
    migrator.registerMigration("5: note types by what they ask") { try $0.execute(sql: Schema.noteTypes) }
    migrator.registerMigration("6: logs of other collections") { try $0.execute(sql: Schema.otherLogs) }
    migrator.registerMigration("7: where answers led") { try $0.execute(sql: Schema.phases) }
    migrator.registerMigration("8: queues from indexes") { try $0.execute(sql: Schema.queueIndexes) }
    migrator.registerMigration("9: what is due by day") { try $0.execute(sql: Schema.dueLoad) }
    migrator.registerMigration("10: cards by memory model") { try $0.execute(sql: Schema.memoryIndexes) }
    migrator.registerMigration("11: what notes require") { try $0.execute(sql: Schema.explicitLinks) }
    migrator.registerMigration("12: sentences with links as cards") {
      try $0.execute(sql: Schema.linkQuestions)
    }
    return migrator
  }
}
