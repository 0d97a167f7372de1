internal import CEarshotEncoder

/// The ways in which vectors can be worked out. They differ in speed alone: each gives the same bits (a test holds them
/// to it).
package enum EncoderPath: CaseIterable, Sendable {
    /// Any processor.
    case plain
    /// x86-64 of 2013 and later.
    case avx2
    /// x86-64 with AVX-VNNI.
    case vnni
    /// x86-64 with AVX-512 VNNI.
    case vnni512

    /// Whether this processor can go this way.
    package var isOpen: Bool { earshot_encoder_can(name) }

    /// The fastest that this processor can go.
    package static var fastest: EncoderPath { allCases.last { $0.isOpen } ?? .plain }

    var name: earshot_encoder_path {
        switch self {
        case .plain: EARSHOT_ENCODER_PLAIN
        case .avx2: EARSHOT_ENCODER_AVX2
        case .vnni: EARSHOT_ENCODER_VNNI
        case .vnni512: EARSHOT_ENCODER_VNNI512
        }
    }
}
