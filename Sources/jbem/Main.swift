internal import Glibc
internal import JBEMCommands
internal import JBEMOperations

@main
enum Main {
    static func main() {
        // A reader that went away ends the program quietly even where the parent had the signal ignored. Ctrl-C and SIGTERM keep
        // what was inherited: their default ends the process, and SQLite rolls the open transaction back.
        signal(SIGPIPE, SIG_DFL)
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(CommandLineTool.run(arguments, .live()))
    }
}
