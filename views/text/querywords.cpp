// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/querywords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace podium::views {

namespace {

struct Words {
    std::string_view code;
    const char* words;
};

constexpr std::array Known = {
    Words{"operator", QT_TRANSLATE_NOOP("Query", "an operator such as =, < or LIKE")},
    Words{"operand", QT_TRANSLATE_NOOP("Query", "a condition, such as metrics.loss < 0.5")},
    Words{"value", QT_TRANSLATE_NOOP("Query", "a value")},
    Words{"value-number", QT_TRANSLATE_NOOP("Query", "a number")},
    Words{"value-text", QT_TRANSLATE_NOOP("Query", "a text in quotes")},
    Words{"value-list", QT_TRANSLATE_NOOP("Query", "a list in brackets, such as ('a', 'b')")},
    Words{"and-or", QT_TRANSLATE_NOOP("Query", "AND, OR or the end of the filter")},
    Words{"close-bracket", QT_TRANSLATE_NOOP("Query", "a closing bracket")},
    Words{"close-quote", QT_TRANSLATE_NOOP("Query", "a closing quote")},
    Words{"close-backtick", QT_TRANSLATE_NOOP("Query", "a closing back-tick")},
    Words{"null", QT_TRANSLATE_NOOP("Query", "NULL or NOT NULL")},
    Words{"like-or-in", QT_TRANSLATE_NOOP("Query", "LIKE, ILIKE or IN")},
    Words{"key", QT_TRANSLATE_NOOP("Query", "a name after the dot")},
    Words{"key-quotes",
          QT_TRANSLATE_NOOP("Query", "back-ticks around this name, or blanks around the sign")},
    Words{"number", QT_TRANSLATE_NOOP("Query", "a number such as 0.5 or 1e-3")},
    Words{"list-text",
          QT_TRANSLATE_NOOP("Query", "texts in quotes, or numbers, with commas between them")},
    Words{"character", QT_TRANSLATE_NOOP("Query", "something else than this character")},
    Words{"metric", QT_TRANSLATE_NOOP("Query", "a metric in the brackets")},
    Words{"order", QT_TRANSLATE_NOOP("Query", "a name, and ASC or DESC behind it")},
    Words{"entity",
          QT_TRANSLATE_NOOP("Query",
                            "before the dot stands metrics, params, tags, attributes or dataset")},
    Words{"attribute", QT_TRANSLATE_NOOP("Query",
                                         "there is no such attribute; metrics, params and tags are "
                                         "written with their kind before a dot")},
    Words{"dataset-field", QT_TRANSLATE_NOOP("Query", "a dataset has name, digest and context")},
    Words{"function",
          QT_TRANSLATE_NOOP(
              "Query",
              "there is no such function; known are min, max, mean, best, first, last, count, "
              "mean_last, at_step, at_best, time_to, slope, abs, log, exp, sqrt and if")},
    Words{"operator-number", QT_TRANSLATE_NOOP("Query", "this operator does not compare numbers")},
    Words{"order-dataset",
          QT_TRANSLATE_NOOP("Query", "a run has several datasets and can't be ordered by them")},
    Words{"comma", QT_TRANSLATE_NOOP("Query", "a comma and one more argument")},
    Words{"sign", QT_TRANSLATE_NOOP("Query", "+, -, *, /, ^ or the end of the formula")},
    Words{"argument-count", QT_TRANSLATE_NOOP("Query", "a number of points, such as 10")},
    Words{"argument-number", QT_TRANSLATE_NOOP("Query", "a number")},
    Words{"value-time",
          QT_TRANSLATE_NOOP("Query",
                            "a time: \"2026-03-01\", \"2026-03-01 12:00\", 2 days ago, today, "
                            "yesterday, or milliseconds")},
    Words{"ago", QT_TRANSLATE_NOOP("Query", "the word ago")},
    Words{"operand-number",
          QT_TRANSLATE_NOOP("Query", "this is a text, which can't be counted with")},
    Words{"operand-metric", QT_TRANSLATE_NOOP("Query", "only metrics have values at every step")},
    Words{"operand-reduction",
          QT_TRANSLATE_NOOP("Query", "this function can't be used in a chart's expression")},
    Words{"no-metric", QT_TRANSLATE_NOOP("Query", "there is no metric in it")},
    Words{"regex", QT_TRANSLATE_NOOP("Query", "this is no regular expression")},
    Words{"list-empty", QT_TRANSLATE_NOOP("Query", "the list is empty")},
    Words{"too-long", QT_TRANSLATE_NOOP("Query", "the filter is too long")},
    Words{"gate-side",
          QT_TRANSLATE_NOOP("Query", "names in a gate begin with candidate. or incumbent.")},
    Words{"gate-field",
          QT_TRANSLATE_NOOP("Query",
                            "a version has metrics, params, tags, run_tags, version, stage and "
                            "run_name")},
    Words{"gate-words", QT_TRANSLATE_NOOP("Query", "this compares nothing")},
    Words{"gate-empty", QT_TRANSLATE_NOOP("Query", "the gate is empty")},
    Words{"nesting", QT_TRANSLATE_NOOP("Query", "the brackets are nested too deeply")},
};

}  // namespace

QString queryWords(std::string_view code) {
    const auto* found = std::find_if(Known.begin(), Known.end(),
                                     [code](const Words& words) { return words.code == code; });
    if (found == Known.end())
        return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
    return QCoreApplication::translate("Query", found->words);
}

}  // namespace podium::views
