import ArgumentParser
import EarshotCore
import EarshotIO

/// For whom a pack is made and how it quotes.
struct AudienceOption: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: "For whom: councillors; officers, with ids, reasons and moderation; public, without small numbers.")
    var audience = Audience.councillors

    @Option(
        name: .long,
        help: """
            Quote residents verbatim, short (a summary where a search would lead to the writer), or none; what the \
            settings say where not given.
            """)
    var quotes: QuotePolicy?

    func apply(to options: inout ExportOptions) {
        options.audience = audience
        options.quotes = quotes
    }
}

extension QuotePolicy: ExpressibleByArgument {}
