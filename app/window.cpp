// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/window/composition.h"
#include "app/window/places.h"
#include "podium_version.h"
#include "views/text/text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

namespace podium::app {

using session::Setting;

namespace {

constexpr int SourceCannotBeOpened = 3;

/// Ends the program after the first picture of a window, for measuring the time from the start.
class QuitWhenPainted : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (event->type() == QEvent::Paint && widget != nullptr && widget->isWindow())
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return false;
    }
};

views::ThemeChoice themeChoice(const QString& name) {
    if (name == QLatin1String("light"))
        return views::ThemeChoice::Light;
    return name == QLatin1String("dark") ? views::ThemeChoice::Dark : views::ThemeChoice::System;
}

/// Puts the program's texts and Qt's own into the language that was chosen, or that of the system.
void translate(QApplication& app, const QString& language) {
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    const auto install = [&](const QString& name, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(locale, name, QStringLiteral("_"), folder)) {
            translator->setParent(&app);
            QApplication::installTranslator(translator.release());
        }
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("podium"), QStringLiteral(":/i18n"));
    QApplication::setLayoutDirection(locale.textDirection());
}

struct Arguments {
    QStringList sources;
    QString cacheFile;
    QString settingsFile;
};

Arguments parse(const QApplication& app) {
    QCommandLineParser parser;
    const QCommandLineOption cache(QStringLiteral("cache"), QString(), QStringLiteral("file"),
                                   defaultCacheFile());
    const QCommandLineOption settings(QStringLiteral("settings"), QString(), QStringLiteral("file"),
                                      defaultSettingsFile());
    parser.addOption(cache);
    parser.addOption(settings);
    parser.process(app);
    return {parser.positionalArguments(), parser.value(cache), parser.value(settings)};
}

}  // namespace

int runWindow(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("podium"));
    QApplication::setApplicationDisplayName(QStringLiteral("Podium"));
    QApplication::setApplicationVersion(QLatin1String(program::version));
    QGuiApplication::setDesktopFileName(QLatin1String(program::appId));
    const Arguments arguments = parse(app);

    session::Settings settings(arguments.settingsFile);
    translate(app, settings.value(Setting::Language).toString());
    views::Theme theme(app, themeChoice(settings.value(Setting::Theme).toString()));
    auto cache = cache::Cache::open(arguments.cacheFile.toStdString(), base::systemClock());
    if (!cache.ok()) {
        const QString words = cache.failed() ? views::describe(cache.error()) : QString();
        std::fprintf(stderr, "podium: %s\n", qPrintable(words));
        QMessageBox::critical(nullptr, QStringLiteral("Podium"), words);
        return SourceCannotBeOpened;
    }
    Composition composition(std::move(cache).value(), settings, theme);
    composition.show(arguments.sources);
    QuitWhenPainted quitWhenPainted;
    if (qEnvironmentVariableIsSet("PODIUM_QUIT_WHEN_SHOWN"))
        app.installEventFilter(&quitWhenPainted);
    return QApplication::exec();
}

}  // namespace podium::app
