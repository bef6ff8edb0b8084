import ArgumentParser

@main
struct Alih: AsyncParsableCommand {
}
