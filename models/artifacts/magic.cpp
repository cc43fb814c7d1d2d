// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/magic.h"

#include <algorithm>
#include <array>

namespace podium::artifacts {

using namespace std::string_view_literals;

namespace {

struct Magic {
    std::string_view bytes;
    Kind kind;
};

constexpr std::array Magics = {
    Magic{"\x89PNG\r\n\x1A\n"sv, Kind::Png},
    Magic{"\xFF\xD8\xFF"sv, Kind::Jpeg},
    Magic{"GIF87a"sv, Kind::Gif},
    Magic{"GIF89a"sv, Kind::Gif},
    Magic{"II*\0"sv, Kind::Tiff},
    Magic{"MM\0*"sv, Kind::Tiff},
    Magic{"%PDF-"sv, Kind::Pdf},
    Magic{"PK\x03\x04"sv, Kind::Archive},
    Magic{"PK\x05\x06"sv, Kind::Archive},
    Magic{"\x1F\x8B"sv, Kind::Compressed},
    Magic{"\xFD"
          "7zXZ\0"sv,
          Kind::Compressed},
    Magic{"\x28\xB5\x2F\xFD"sv, Kind::Compressed},
    Magic{"7z\xBC\xAF\x27\x1C"sv, Kind::Archive},
    Magic{"\x93NUMPY"sv, Kind::NumPy},
    Magic{"fLaC"sv, Kind::Audio},
    Magic{"OggS"sv, Kind::Audio},
    Magic{"ID3"sv, Kind::Audio},
    Magic{"\x1A\x45\xDF\xA3"sv, Kind::Video},
    Magic{"PAR1"sv, Kind::Parquet},
    Magic{"SQLite format 3\0"sv, Kind::Database},
};

/// A zip of NumPy arrays: the name of its first file, which stands right behind the header.
Kind zipKind(std::string_view head) {
    if (!head.starts_with("PK\x03\x04") || head.size() < 30)
        return Kind::Archive;
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(head[26])) |
                        static_cast<std::size_t>(static_cast<unsigned char>(head[27])) << 8U;
    return head.substr(30, length).ends_with(".npy") ? Kind::NumPyArchive : Kind::Archive;
}

/// "RIFF", the length, and what it is.
std::optional<Kind> riffKind(std::string_view head) {
    if (head.size() < 12 || !head.starts_with("RIFF"))
        return std::nullopt;
    const std::string_view form = head.substr(8, 4);
    if (form == "WEBP")
        return Kind::Webp;
    if (form == "WAVE")
        return Kind::Audio;
    return form == "AVI " ? std::optional(Kind::Video) : std::nullopt;
}

/// A brand behind "ftyp"; pictures (HEIF, AVIF) come in the same box and have no preview.
std::optional<Kind> mp4Kind(std::string_view head) {
    if (head.size() < 12 || head.substr(4, 4) != "ftyp")
        return std::nullopt;
    const std::string_view brand = head.substr(8, 4);
    if (brand.starts_with("M4A"))
        return Kind::Audio;
    constexpr std::array Pictures = {"avif"sv, "heic"sv, "heix"sv, "mif1"sv, "msf1"sv};
    return std::find(Pictures.begin(), Pictures.end(), brand) != Pictures.end()
               ? std::optional<Kind>()
               : Kind::Video;
}

/// The length of a JSON header in eight bytes, and the header's brace.
bool startsLikeSafetensors(std::string_view head, std::int64_t size) {
    if (head.size() < 10 || head[8] != '{')
        return false;
    std::uint64_t length = 0;
    for (std::size_t i = 8; i-- > 0;)
        length = length << 8U | static_cast<unsigned char>(head[i]);
    return length >= 2 && size >= 10 && length <= static_cast<std::uint64_t>(size) - 8 &&
           (head[9] == '"' || head[9] == '}' || head[9] == ' ');
}

/// A ModelProto: its version (field 1, a small number), then the producer's name (field 2) in
/// printable signs; writers that leave the name out are known by the file's name.
bool startsLikeOnnx(std::string_view head, std::string_view extension) {
    if (head.size() < 5 || head[0] != '\x08' || head[1] < 1 || head[1] > 30)
        return false;
    if (extension == "onnx")
        return true;
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(head[3]));
    if (head[2] != '\x12' || length == 0 || length > 64 || head.size() < 5 + length)
        return false;
    const std::string_view name = head.substr(4, length);
    return std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

/// The signature may stand behind a block of the user's: at 0, 512, 1024, 2048 …
bool startsLikeHdf5(std::string_view head) {
    constexpr std::string_view Signature = "\x89HDF\r\n\x1A\n";
    if (head.starts_with(Signature))
        return true;
    for (std::size_t at = 512; at + Signature.size() <= head.size(); at *= 2) {
        if (head.substr(at, Signature.size()) == Signature)
            return true;
    }
    return false;
}

/// Protocols 2 to 5 start with 0x80 and the number. Protocols 0 and 1 have no mark: a name says
/// so, and one of the opcodes with which Python's pickler begins a value.
bool startsLikePickle(std::string_view head, std::string_view extension, std::int64_t size) {
    if (size >= 3 && head.size() >= 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5)
        return true;
    constexpr std::array Names = {"pkl"sv, "pickle"sv, "p"sv, "joblib"sv};
    return std::find(Names.begin(), Names.end(), extension) != Names.end() && head.size() >= 2 &&
           "(c]})IFSVNKJMXU"sv.find(head[0]) != std::string_view::npos &&
           (head.find('\n') != std::string_view::npos || head.ends_with('.'));
}

}  // namespace

std::optional<Kind> kindByMagic(std::string_view head, std::string_view extension,
                                std::int64_t size) {
    for (const Magic& magic : Magics) {
        if (head.starts_with(magic.bytes))
            return magic.kind == Kind::Archive ? zipKind(head) : magic.kind;
    }
    if (const auto riff = riffKind(head))
        return riff;
    if (const auto movie = mp4Kind(head))
        return movie;
    // "BM" alone is two letters; the reserved field behind the size is zero in every writer.
    if (head.size() >= 14 && head.starts_with("BM") && head.substr(6, 4) == "\0\0\0\0"sv)
        return Kind::Bmp;
    // "BZh" alone is three; the digit is the size of blocks, behind it stands the first one's mark.
    if (head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
        (head.substr(4, 6) == "1AY&SY" || head.substr(4, 6) == "\x17rE8P\x90"))
        return Kind::Compressed;
    if (head.size() >= 262 && head.substr(257, 5) == "ustar")
        return Kind::Archive;
    if (extension == "mp3" && head.size() >= 2 && head[0] == '\xFF' && (head[1] & '\xE0') == '\xE0')
        return Kind::Audio;
    if (startsLikeSafetensors(head, size))
        return Kind::Safetensors;
    if (startsLikeHdf5(head))
        return Kind::Hdf5;
    if (startsLikeOnnx(head, extension))
        return Kind::Onnx;
    if (startsLikePickle(head, extension, size))
        return Kind::Pickle;
    if (extension == "tar" && size >= 512)
        return Kind::Archive;
    return std::nullopt;
}

}  // namespace podium::artifacts
