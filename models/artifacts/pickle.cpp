// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/pickle.h"

#include "artifacts/window.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>
#include <vector>

namespace podium::artifacts {

using base::Result;

namespace {

constexpr std::size_t LongestName = 1000;
constexpr std::size_t MostNames = 10'000;
constexpr std::size_t MostMemo = 1'000'000;

/// How an opcode's argument is written (Python's pickletools has the list).
enum class Argument { None, Fixed, Line, TwoLines, Counted };

struct Opcode {
    unsigned char code;
    const char* name;
    Argument argument = Argument::None;
    std::size_t width = 0;  // of the argument, or of its length
};

constexpr std::array Opcodes = {
    Opcode{'(', "MARK"},
    Opcode{'.', "STOP"},
    Opcode{'0', "POP"},
    Opcode{'1', "POP_MARK"},
    Opcode{'2', "DUP"},
    Opcode{'F', "FLOAT", Argument::Line},
    Opcode{'I', "INT", Argument::Line},
    Opcode{'J', "BININT", Argument::Fixed, 4},
    Opcode{'K', "BININT1", Argument::Fixed, 1},
    Opcode{'L', "LONG", Argument::Line},
    Opcode{'M', "BININT2", Argument::Fixed, 2},
    Opcode{'N', "NONE"},
    Opcode{'P', "PERSID", Argument::Line},
    Opcode{'Q', "BINPERSID"},
    Opcode{'R', "REDUCE"},
    Opcode{'S', "STRING", Argument::Line},
    Opcode{'T', "BINSTRING", Argument::Counted, 4},
    Opcode{'U', "SHORT_BINSTRING", Argument::Counted, 1},
    Opcode{'V', "UNICODE", Argument::Line},
    Opcode{'X', "BINUNICODE", Argument::Counted, 4},
    Opcode{'a', "APPEND"},
    Opcode{'b', "BUILD"},
    Opcode{'c', "GLOBAL", Argument::TwoLines},
    Opcode{'d', "DICT"},
    Opcode{'}', "EMPTY_DICT"},
    Opcode{'e', "APPENDS"},
    Opcode{'g', "GET", Argument::Line},
    Opcode{'h', "BINGET", Argument::Fixed, 1},
    Opcode{'i', "INST", Argument::TwoLines},
    Opcode{'j', "LONG_BINGET", Argument::Fixed, 4},
    Opcode{'l', "LIST"},
    Opcode{']', "EMPTY_LIST"},
    Opcode{'o', "OBJ"},
    Opcode{'p', "PUT", Argument::Line},
    Opcode{'q', "BINPUT", Argument::Fixed, 1},
    Opcode{'r', "LONG_BINPUT", Argument::Fixed, 4},
    Opcode{'s', "SETITEM"},
    Opcode{'t', "TUPLE"},
    Opcode{')', "EMPTY_TUPLE"},
    Opcode{'u', "SETITEMS"},
    Opcode{'G', "BINFLOAT", Argument::Fixed, 8},
    Opcode{'B', "BINBYTES", Argument::Counted, 4},
    Opcode{'C', "SHORT_BINBYTES", Argument::Counted, 1},
    Opcode{0x80, "PROTO", Argument::Fixed, 1},
    Opcode{0x81, "NEWOBJ"},
    Opcode{0x82, "EXT1", Argument::Fixed, 1},
    Opcode{0x83, "EXT2", Argument::Fixed, 2},
    Opcode{0x84, "EXT4", Argument::Fixed, 4},
    Opcode{0x85, "TUPLE1"},
    Opcode{0x86, "TUPLE2"},
    Opcode{0x87, "TUPLE3"},
    Opcode{0x88, "NEWTRUE"},
    Opcode{0x89, "NEWFALSE"},
    Opcode{0x8A, "LONG1", Argument::Counted, 1},
    Opcode{0x8B, "LONG4", Argument::Counted, 4},
    Opcode{0x8C, "SHORT_BINUNICODE", Argument::Counted, 1},
    Opcode{0x8D, "BINUNICODE8", Argument::Counted, 8},
    Opcode{0x8E, "BINBYTES8", Argument::Counted, 8},
    Opcode{0x8F, "EMPTY_SET"},
    Opcode{0x90, "ADDITEMS"},
    Opcode{0x91, "FROZENSET"},
    Opcode{0x92, "NEWOBJ_EX"},
    Opcode{0x93, "STACK_GLOBAL"},
    Opcode{0x94, "MEMOIZE"},
    Opcode{0x95, "FRAME", Argument::Fixed, 8},
    Opcode{0x96, "BYTEARRAY8", Argument::Counted, 8},
    Opcode{0x97, "NEXT_BUFFER"},
    Opcode{0x98, "READONLY_BUFFER"},
};

const std::array<const Opcode*, 256>& opcodeTable() {
    static const std::array<const Opcode*, 256> Table = [] {
        std::array<const Opcode*, 256> table{};
        for (const Opcode& opcode : Opcodes)
            table[opcode.code] = &opcode;
        return table;
    }();
    return Table;
}

/// Modules with which a pickle leaves its own business.
bool isDangerous(std::string_view global) {
    constexpr std::array Modules = {"os",
                                    "posix",
                                    "nt",
                                    "subprocess",
                                    "sys",
                                    "socket",
                                    "shutil",
                                    "runpy",
                                    "pty",
                                    "importlib",
                                    "ctypes",
                                    "webbrowser",
                                    "code",
                                    "commands",
                                    "asyncio",
                                    "pip",
                                    "urllib",
                                    "http",
                                    "ftplib",
                                    "requests",
                                    "timeit",
                                    "bdb",
                                    "pdb",
                                    "signal",
                                    "tempfile",
                                    "pathlib",
                                    "io",
                                    "builtins.eval",
                                    "builtins.exec",
                                    "builtins.compile",
                                    "builtins.open",
                                    "builtins.__import__",
                                    "builtins.getattr",
                                    "builtins.setattr",
                                    "builtins.globals",
                                    "builtins.breakpoint",
                                    "__builtin__.eval",
                                    "__builtin__.exec",
                                    "__builtin__.compile",
                                    "__builtin__.open",
                                    "__builtin__.__import__",
                                    "__builtin__.getattr",
                                    "__builtin__.execfile",
                                    "operator.attrgetter",
                                    "operator.methodcaller"};
    return std::any_of(Modules.begin(), Modules.end(), [&](std::string_view module) {
        return global == module || (global.starts_with(module) && global[module.size()] == '.');
    });
}

class PickleReader {
public:
    PickleReader(const Bytes& bytes, std::int64_t mostOpcodes, std::stop_token stop)
        : m_window(bytes), m_most(mostOpcodes), m_stop(std::move(stop)) {}

    Result<PickleFacts> read() {
        // Several pickles may stand one behind the other, as joblib and torch write them.
        while (m_facts.fault.empty() && m_at < m_window.size() && m_facts.opcodes < m_most) {
            if (m_facts.opcodes % 65'536 == 0 && m_stop.stop_requested())
                return base::Cancelled{};
            step();
        }
        if (!m_window.ok() && m_window.error().code == base::ErrorCode::ReadFailed)
            return m_window.error();
        if (m_facts.opcodes == 0)
            return notDecoded(m_facts.fault);
        for (const Opcode& opcode : Opcodes) {
            if (m_counts[opcode.code] > 0)
                m_facts.byOpcode[opcode.name] = m_counts[opcode.code];
        }
        return std::move(m_facts);
    }

private:
    void step() {
        const auto code = static_cast<unsigned char>(m_window.number(m_at, 1));
        const Opcode* opcode = opcodeTable()[code];
        if (opcode == nullptr)
            return fail("opcode " + std::to_string(code));
        std::int64_t next = m_at + 1;
        std::string text;
        if (!argument(*opcode, next, text))
            return fail(opcode->name);
        ++m_facts.opcodes;
        ++m_counts[code];
        apply(*opcode, text);
        m_at = next;
        m_facts.bytesRead = m_at;
        m_facts.whole = opcode->code == '.';
    }

    void fail(const std::string& what) {
        m_facts.fault = what + " at byte " + std::to_string(m_at);
    }

    /// Goes behind the argument; `text` gets what may be a name or a number.
    bool argument(const Opcode& opcode, std::int64_t& next, std::string& text) {
        switch (opcode.argument) {
            case Argument::None:
                return m_window.ok();
            case Argument::Fixed:
                text = std::to_string(m_window.number(next, opcode.width));
                next += static_cast<std::int64_t>(opcode.width);
                return m_window.ok();
            case Argument::Line:
            case Argument::TwoLines: {
                for (int line = opcode.argument == Argument::Line ? 1 : 2; line > 0; --line) {
                    const auto found = m_window.until(next, '\n', Window::MaxView - 1);
                    if (!found)
                        return false;
                    next += static_cast<std::int64_t>(found->size()) + 1;
                    text += (text.empty() ? "" : ".") + found->substr(0, LongestName);
                }
                return m_window.ok();
            }
            case Argument::Counted: {
                const std::uint64_t length = m_window.number(next, opcode.width);
                next += static_cast<std::int64_t>(opcode.width);
                if (!m_window.ok() || length > static_cast<std::uint64_t>(m_window.size() - next))
                    return false;
                if (length <= LongestName)
                    text = m_window.view(next, static_cast<std::size_t>(length));
                next += static_cast<std::int64_t>(length);
                return m_window.ok();
            }
        }
        return false;
    }

    /// Keeps the last texts and the memo, as far as STACK_GLOBAL needs them.
    void apply(const Opcode& opcode, const std::string& text) {
        switch (opcode.code) {
            case 0x80:
                m_facts.protocol = std::max(m_facts.protocol, std::atoi(text.c_str()));
                break;
            case 'c':
            case 'i':
                m_facts.calls += opcode.code == 'i' ? 1 : 0;
                addGlobal(text);
                push("");
                break;
            case 0x93:
                addGlobal(m_previous.empty() || m_last.empty() ? "?" : m_previous + '.' + m_last);
                push("");
                break;
            case 'S':
            case 'T':
            case 'U':
            case 'V':
            case 'X':
            case 0x8C:
            case 0x8D:
                push(text);
                break;
            case 0x94:
                remember(m_memoized++);
                break;
            case 'q':
            case 'r':
            case 'p':
                remember(std::strtoull(text.c_str(), nullptr, 10));
                break;
            case 'h':
            case 'j':
            case 'g': {
                const auto known = m_memo.find(std::strtoull(text.c_str(), nullptr, 10));
                push(known == m_memo.end() ? std::string() : known->second);
                break;
            }
            case 'R':
            case 'o':
            case 0x81:
            case 0x92:
                ++m_facts.calls;
                push("");
                break;
            case 'b':
                ++m_facts.states;
                break;
            case '.':
                m_memo.clear();
                m_memoized = 0;
                break;
            default:
                // Anything else that is pushed is no name; what only changes the stack is rare
                // between the two names of STACK_GLOBAL.
                if (opcode.argument != Argument::None && opcode.code != 0x95)
                    push("");
                break;
        }
    }

    void push(const std::string& text) {
        m_previous = std::move(m_last);
        m_last = text;
    }
    void remember(std::uint64_t place) {
        if (!m_last.empty() && m_memo.size() < MostMemo)
            m_memo[place] = m_last;
    }
    void addGlobal(const std::string& raw) {
        const std::string name = base::toUtf8(raw);
        if (m_facts.globals.size() >= MostNames && !m_facts.globals.contains(name))
            return;
        ++m_facts.globals[name];
        if (isDangerous(name))
            ++m_facts.dangerous[name];
    }

    Window m_window;
    std::int64_t m_most;
    std::stop_token m_stop;
    PickleFacts m_facts;
    std::int64_t m_at = 0;
    std::array<std::int64_t, 256> m_counts{};
    std::string m_previous;
    std::string m_last;
    std::uint64_t m_memoized = 0;
    std::unordered_map<std::uint64_t, std::string> m_memo;
};

}  // namespace

Result<PickleFacts> readPickle(const Bytes& bytes, std::int64_t mostOpcodes,
                               const std::stop_token& stop) {
    return PickleReader(bytes, mostOpcodes, stop).read();
}

}  // namespace podium::artifacts
