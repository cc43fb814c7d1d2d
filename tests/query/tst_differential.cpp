// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/number.h"
#include "query/query.h"
#include "testframes.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace podium;
using namespace podium::query;
using tests::TestRun;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr base::Millis Now = 1773568800000;
constexpr base::Millis Hour = 3'600'000;

using MaybeNumber = std::optional<double>;
using MaybeText = std::optional<std::string>;

/// A condition or a number as a person writes it, and what it means for one run, worked out run by
/// run from the run's own maps.
struct Condition {
    std::string text;
    std::function<bool(const TestRun&)> holds;
};

struct Number {
    std::string text;
    std::function<MaybeNumber(const TestRun&)> value;
};

MaybeNumber asNumber(const std::map<std::string, std::string>& texts, const std::string& key) {
    const auto entry = texts.find(key);
    return entry == texts.end() ? std::nullopt : looseNumber(entry->second);
}

bool compare(int comparator, auto left, auto right) {
    switch (comparator) {
        case 0:
            return left == right;
        case 1:
            return left != right;
        case 2:
            return left < right;
        case 3:
            return left <= right;
        case 4:
            return left > right;
        default:
            return left >= right;
    }
}

class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    std::vector<TestRun> runs(int count) {
        std::vector<TestRun> runs(static_cast<std::size_t>(count));
        for (TestRun& run : runs) {
            run.id = "r" + std::to_string(&run - runs.data());
            run.name = pick({"alpha", "Beta run", "gamma-7", "", "delta 7"});
            run.status = pick({"FINISHED", "FAILED", "RUNNING"});
            run.user = pick({"ann", "Bob"});
            if (chance(9))
                run.start = Now - whole(0, 200) * Hour / 4;
            if (chance(7) && run.start)
                run.end = *run.start + whole(0, 40) * Hour / 8;
            for (const char* key : {"a", "b/c", "d"})
                if (chance(8))
                    run.metrics[key] = metric();
            for (const char* key : {"lr", "opt", "x y"})
                if (chance(8))
                    run.params[key] =
                        pick({"0.1", "1e-1", "5", "-2", "adam", "SGD", "nan", "", "10", "9"});
            if (chance(5))
                run.tags["team"] = pick({"red", "Blue", "line 1\nline 2", "7"});
        }
        return runs;
    }

    Condition condition(int depth) {
        switch (depth <= 0 ? whole(4, 11) : whole(0, 11)) {
            case 0:
                return both(depth, " AND ", true);
            case 1:
                return both(depth, " or ", false);
            case 2: {
                const Condition inner = condition(depth - 1);
                return {"not (" + inner.text + ")",
                        [inner](const TestRun& run) { return !inner.holds(run); }};
            }
            case 3: {
                const Condition inner = condition(depth - 1);
                return {"( " + inner.text + ")", inner.holds};
            }
            case 4:
            case 5:
            case 6:
                return relation(depth);
            case 7:
                return textCondition();
            case 8:
                return timeCondition();
            case 9:
                return nullCondition();
            case 10:
                return listCondition();
            default:
                return columnsOfTexts();
        }
    }

private:
    bool chance(int tenths) { return whole(1, 10) <= tenths; }
    int whole(int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(m_random);
    }
    std::string pick(std::initializer_list<const char*> list) {
        return *(list.begin() + whole(0, static_cast<int>(list.size()) - 1));
    }
    double metric() {
        switch (whole(0, 9)) {
            case 0:
                return NaN;
            case 1:
                return Infinity;
            case 2:
                return 0;
            default:
                return whole(-8, 8) / 4.0;
        }
    }

    Condition both(int depth, const char* word, bool isAnd) {
        const Condition left = condition(depth - 1);
        const Condition right = condition(depth - 1);
        return {"(" + left.text + word + right.text + ")", [=](const TestRun& run) {
                    return isAnd ? left.holds(run) && right.holds(run)
                                 : left.holds(run) || right.holds(run);
                }};
    }

    static std::string comparator(int which) {
        constexpr std::array Signs = {"=", "!=", "<", "<=", ">", ">="};
        return Signs[static_cast<std::size_t>(which)];
    }

    Condition relation(int depth) {
        const Number left = number(depth);
        const Number right = number(depth);
        const int which = whole(0, 5);
        return {left.text + " " + comparator(which) + " " + right.text, [=](const TestRun& run) {
                    const MaybeNumber a = left.value(run);
                    const MaybeNumber b = right.value(run);
                    return a && b && compare(which, *a, *b);
                }};
    }

    Number number(int depth) {
        switch (depth <= 0 ? whole(0, 3) : whole(0, 9)) {
            case 0: {
                const int quarters = whole(0, 12);
                return {std::to_string(quarters / 4.0),
                        [quarters](const TestRun&) { return MaybeNumber(quarters / 4.0); }};
            }
            case 1:
            case 2: {
                const std::string key = pick({"a", "b/c", "d", "gone"});
                return {"metrics.`" + key + "`", [key](const TestRun& run) {
                            const auto entry = run.metrics.find(key);
                            return entry == run.metrics.end() ? MaybeNumber()
                                                              : MaybeNumber(entry->second);
                        }};
            }
            case 3: {
                // A param alone would be compared as a text where the other side is one.
                const std::string key = pick({"lr", "x y"});
                return {"(params.\"" + key + "\")",
                        [key](const TestRun& run) { return asNumber(run.params, key); }};
            }
            case 4:
                return function(depth);
            case 5:
                return choice(depth);
            default:
                return arithmetic(depth);
        }
    }

    Number arithmetic(int depth) {
        const Number left = number(depth - 1);
        const Number right = number(depth - 1);
        const std::string sign = pick({"+", "-", "*", "/", "^"});
        return {"(" + left.text + ") " + sign + " (" + right.text + ")",
                [=](const TestRun& run) -> MaybeNumber {
                    const MaybeNumber a = left.value(run);
                    const MaybeNumber b = right.value(run);
                    if (!a || !b)
                        return std::nullopt;
                    switch (sign[0]) {
                        case '+':
                            return *a + *b;
                        case '-':
                            return *a - *b;
                        case '*':
                            return *a * *b;
                        case '/':
                            return *a / *b;
                        default:
                            return std::pow(*a, *b);
                    }
                }};
    }

    Number function(int depth) {
        const Number inner = number(depth - 1);
        const Number other = number(depth - 1);
        const std::string name = pick({"abs", "LOG", "exp", "sqrt", "min", "Max", "-"});
        const bool two = name == "min" || name == "Max";
        return {
            (name == "-" ? "-(" : name + "(") + inner.text + (two ? ", " + other.text : "") + ")",
            [=](const TestRun& run) -> MaybeNumber {
                const MaybeNumber a = inner.value(run);
                const MaybeNumber b = other.value(run);
                if (!a || (two && !b))
                    return std::nullopt;
                if (two && (std::isnan(*a) || std::isnan(*b)))
                    return NaN;
                if (name == "abs")
                    return std::abs(*a);
                if (name == "LOG")
                    return std::log(*a);
                if (name == "exp")
                    return std::exp(*a);
                if (name == "sqrt")
                    return std::sqrt(*a);
                if (name == "-")
                    return -*a;
                return name == "min" ? std::min(*a, *b) : std::max(*a, *b);
            }};
    }

    Number choice(int depth) {
        const Condition test = condition(depth - 2);
        const Number yes = number(depth - 1);
        const Number no = number(depth - 1);
        return {
            "if(" + test.text + ", " + yes.text + ", " + no.text + ")",
            [=](const TestRun& run) { return test.holds(run) ? yes.value(run) : no.value(run); }};
    }

    struct Text {
        std::string name;
        std::function<MaybeText(const TestRun&)> value;
    };

    Text textColumn() {
        const std::string key = pick({"lr", "opt", "x y", "team", "run_name", "status"});
        if (key == "run_name")
            return {key, [](const TestRun& run) { return MaybeText(run.name); }};
        if (key == "status")
            return {"attributes.status", [](const TestRun& run) { return MaybeText(run.status); }};
        const bool tag = key == "team";
        return {(tag ? "tags.`" : "params.`") + key + "`", [=](const TestRun& run) -> MaybeText {
                    const auto& texts = tag ? run.tags : run.params;
                    const auto entry = texts.find(key);
                    return entry == texts.end() ? MaybeText() : MaybeText(entry->second);
                }};
    }

    Condition textCondition() {
        const Text column = textColumn();
        const int which = whole(0, 3);
        if (which == 0) {
            const std::string wanted = pick({"adam", "SGD", "0.1", "alpha", "FAILED", "", "red"});
            const int sign = whole(0, 5);
            return {column.name + comparator(sign) + "'" + wanted + "'", [=](const TestRun& run) {
                        const MaybeText text = column.value(run);
                        return text && compare(sign, text->compare(wanted), 0);
                    }};
        }
        const bool negated = chance(4);
        const std::string pattern = pick({"^a", "(?i)s", "[0-9]$", "e.*e", "^$", "line"});
        return {column.name + (negated ? " !~ \"" : "=~\"") + pattern + "\"",
                [=](const TestRun& run) {
                    const MaybeText text = column.value(run);
                    const QRegularExpression expression(QString::fromStdString(pattern));
                    // RE2's dot does not match a line feed; no text here would tell.
                    return text &&
                           expression.match(QString::fromStdString(*text)).hasMatch() != negated;
                }};
    }

    Condition timeCondition() {
        const int which = whole(0, 5);
        const bool end = chance(4);
        const int hours = whole(0, 50);
        const base::Millis least = Now - hours * Hour;
        return {std::string(end ? "ended " : "start_time ") + comparator(which) + " " +
                    std::to_string(hours) + pick({"h ago", " hours ago", " hr  AGO"}),
                [=](const TestRun& run) {
                    const std::optional<std::int64_t> time = end ? run.end : run.start;
                    return time && compare(which, *time, least);
                }};
    }

    Condition nullCondition() {
        const Text column = textColumn();
        const bool negated = chance(5);
        return {column.name + (negated ? " IS NOT NULL" : " is null"),
                [=](const TestRun& run) { return column.value(run).has_value() == negated; }};
    }

    Condition listCondition() {
        const std::string key = pick({"lr", "opt"});
        const bool negated = chance(4);
        if (chance(5))
            return {"params." + key + (negated ? " NOT IN (5, 0.1, -2)" : " in(5,0.1,-2)"),
                    [=](const TestRun& run) {
                        const auto entry = run.params.find(key);
                        if (entry == run.params.end())
                            return false;
                        const MaybeNumber number = looseNumber(entry->second);
                        const bool in = number && (*number == 5 || *number == 0.1 || *number == -2);
                        return in != negated;
                    }};
        return {"params." + key + (negated ? " NOT IN ('adam', '5')" : " IN ('adam', '5')"),
                [=](const TestRun& run) {
                    const auto entry = run.params.find(key);
                    return entry != run.params.end() &&
                           (entry->second == "adam" || entry->second == "5") != negated;
                }};
    }

    Condition columnsOfTexts() {
        const Text left = textColumn();
        const Text right = textColumn();
        const int which = whole(0, 5);
        return {left.name + " " + comparator(which) + " " + right.name, [=](const TestRun& run) {
                    const MaybeText a = left.value(run);
                    const MaybeText b = right.value(run);
                    if (!a || !b)
                        return false;
                    const MaybeNumber x = looseNumber(*a);
                    const MaybeNumber y = looseNumber(*b);
                    return x && y ? compare(which, *x, *y) : compare(which, a->compare(*b), 0);
                }};
    }

    std::mt19937 m_random;
};

}  // namespace

/// Made-up filters, and what they find, worked out a second time in the plainest way.
class TestDifferential : public QObject {
    Q_OBJECT
private slots:
    void twoThousandFilters();
};

void TestDifferential::twoThousandFilters() {
    Generator generator(2026);
    const std::vector<TestRun> runs = generator.runs(150);
    const Frame frame = tests::makeFrame(runs);
    int some = 0;
    for (int i = 0; i < 2000; ++i) {
        const Condition condition = generator.condition(i % 5);
        const auto filter = parseFilter(condition.text, Now);
        QVERIFY2(filter.ok(),
                 (condition.text + "\n" + (filter.failed() ? base::logLine(filter.error()) : ""))
                     .c_str());
        const Bitmap found = evaluate(filter.value(), frame);
        for (std::size_t row = 0; row < runs.size(); ++row) {
            QVERIFY2(found.test(row) == condition.holds(runs[row]),
                     ("row " + std::to_string(row) + " of " + condition.text).c_str());
        }
        some += found.any() && found.count() < runs.size() ? 1 : 0;
    }
    // Filters that find all or nothing would show little.
    QVERIFY2(some > 1000, qPrintable(QString::number(some)));
}

QTEST_GUILESS_MAIN(TestDifferential)
#include "tst_differential.moc"
