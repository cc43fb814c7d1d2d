// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"
#include "views/theme/theme.h"

#ifdef PODIUM_BENCH_CHART
#include "bench_chart.h"
#endif

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <functional>
#include <map>

namespace {

using namespace podium::bench;
using nlohmann::json;

const std::map<std::string, std::function<json(const Options&)>>& suites() {
    static const std::map<std::string, std::function<json(const Options&)>> all = {
        {"sync", benchSync},     {"resync", benchResync},   {"sql", benchSql},
        {"rest", benchRest},     {"open", benchOpen},       {"table", benchTable},
        {"search", benchSearch}, {"columns", benchColumns}, {"memory", benchMemory},
        {"start", benchStart},   {"preview", benchPreview},
#ifdef PODIUM_BENCH_CHART
        {"chart", benchChart},
#endif
    };
    return all;
}

struct Number {
    const char* name;
    int Options::*field;
};

constexpr std::array Numbers = {
    Number{"runs", &Options::runs},       Number{"metrics", &Options::metrics},
    Number{"params", &Options::params},   Number{"tags", &Options::tags},
    Number{"columns", &Options::columns}, Number{"series", &Options::series},
    Number{"points", &Options::points},   Number{"width", &Options::width},
    Number{"height", &Options::height},   Number{"repetitions", &Options::repetitions}};

Options parse(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.addHelpOption();
    std::string names;
    for (const auto& [name, suite] : suites())
        names += name + " ";
    parser.addPositionalArgument(QStringLiteral("SUITE"), QString::fromStdString(names));
    for (const Number& number : Numbers)
        parser.addOption({QString::fromLatin1(number.name), QString(), QStringLiteral("N")});
    parser.addOption({QStringLiteral("threads"), QString(), QStringLiteral("N")});
    parser.addOption({QStringLiteral("folder"),
                      QStringLiteral("Keep made-up stores and caches here, and use them again."),
                      QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("One line.")});
    parser.process(application);
    Options options;
    for (const Number& number : Numbers) {
        if (parser.isSet(QString::fromLatin1(number.name)))
            options.*number.field = parser.value(QString::fromLatin1(number.name)).toInt();
    }
    if (parser.isSet(QStringLiteral("threads")))
        options.threads = parser.value(QStringLiteral("threads")).toUInt();
    options.folder = parser.value(QStringLiteral("folder")).toStdString();
    options.suite = parser.positionalArguments().value(0).toStdString();
    if (!suites().contains(options.suite))
        fail("name a suite: " + names);
    options.oneLine = parser.isSet(QStringLiteral("json"));
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    // Widgets are painted into memory unless somebody wants to see them.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Options options = parse(application);
    const podium::views::Theme theme(application, podium::views::ThemeChoice::Light);
    json result = suites().at(options.suite)(options);
    result["suite"] = options.suite;
    result["repetitions"] = options.repetitions;
    std::puts(result.dump(options.oneLine ? -1 : 2).c_str());
    return 0;
}
