import LinnetCLI

LinnetProgram.main()
