// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"
#include "app/cli/words.h"

#include "app/cli/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace podium::app {

namespace {}  // namespace

Options::Options(const QString& command, const QString& description, Source source)
    : m_command(command), m_sourceUse(source) {
    m_parser.setApplicationDescription(description);
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    m_parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, CommandLine::tr("Print this help.")});
    addValue(QStringLiteral("cache"), QStringLiteral("FILE"),
             CommandLine::tr("Use this cache file instead of the one in the user's data folder."));
    addValue(QStringLiteral("ca-file"), QStringLiteral("FILE"),
             CommandLine::tr("Trust the certificate authorities in this file (PEM)."));
    addFlag(QStringLiteral("insecure"), CommandLine::tr("Do not check the server's certificate."));
    addValue(QStringLiteral("user"), QStringLiteral("NAME"),
             CommandLine::tr("Log in with this name. The password comes from "
                             "MLFLOW_TRACKING_PASSWORD or ~/.mlflow/credentials."));
    m_parser.addPositionalArgument(
        QStringLiteral("SOURCE"),
        CommandLine::tr(
            "An mlruns folder or a SQLite file (mlflow.db, sqlite:///mlflow.db), a folder that has "
            "one of them, an experiment's or run's folder, the URL of a tracking server, or "
            "databricks://PROFILE. Without it MLFLOW_TRACKING_URI is used, or mlruns or mlflow.db "
            "in the current folder."),
        (source == Source::Needed ? QStringLiteral("%1 SOURCE") : QStringLiteral("%1 [SOURCE]"))
            .arg(command));
}

void Options::addPositional(const QString& syntax, const QString& description) {
    m_parser.addPositionalArgument(syntax, description, syntax);
    ++m_accepted;
    if (!syntax.startsWith(u'['))
        ++m_required;
}

void Options::addFlag(const QString& name, const QString& description) {
    m_parser.addOption({name, description});
}

void Options::addValue(const QString& name, const QString& placeholder, const QString& description,
                       const QString& fallback) {
    m_parser.addOption({name, description, placeholder, fallback});
}

std::optional<int> Options::read(const QStringList& arguments) {
    const bool parsed = m_parser.parse(QStringList{QStringLiteral("podium")} + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        Output output;
        output.write(m_parser.helpText().toStdString());
        return output.finish() ? ExitSource : ExitDone;
    }
    if (!parsed)
        return reject(m_parser.errorText());
    m_rest = m_parser.positionalArguments();
    return takeSource();
}

/// With all positional arguments but the source given, the source is the one that is missing.
std::optional<int> Options::takeSource() {
    if (m_rest.size() > m_accepted + 1)
        return reject(CommandLine::tr("There is an argument too many: %1").arg(m_rest.last()));
    const bool given = m_rest.size() > m_required;
    if (given) {
        m_source = m_rest.takeFirst();
        if (m_source.isEmpty())
            return reject(CommandLine::tr("The source is an empty text."));
        return std::nullopt;
    }
    if (m_rest.size() < m_required)
        return reject(CommandLine::tr("Some arguments are missing."));
    if (m_sourceUse == Source::Optional)
        return std::nullopt;
    m_source = qEnvironmentVariable("MLFLOW_TRACKING_URI");
    // Since MLflow 3.7 there is a database, and mlruns beside it may hold nothing but artifacts.
    if (m_source.isEmpty() && QFileInfo(QStringLiteral("mlflow.db")).isFile())
        m_source = QStringLiteral(".");
    else if (m_source.isEmpty() && QFileInfo(QStringLiteral("mlruns")).isDir())
        m_source = QStringLiteral("mlruns");
    if (m_source.isEmpty() && m_required > 0)
        return reject(CommandLine::tr("Some arguments are missing."));
    if (m_source.isEmpty())
        return reject(CommandLine::tr(
            "Name a source: there is no MLFLOW_TRACKING_URI, no folder mlruns and no mlflow.db."));
    return std::nullopt;
}

int Options::reject(const QString& sentence) const {
    complain(sentence);
    complain(CommandLine::tr("See: podium %1 --help").arg(m_command));
    return ExitUsage;
}

QString Options::positional(int index) const {
    return m_rest.value(index);
}

std::filesystem::path Options::cacheFile() const {
    QString file = value(QStringLiteral("cache"));
    if (file.isEmpty())
        file = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) %
               QLatin1String("/podium/cache.db");
    return QDir::cleanPath(file).toStdString();
}

}  // namespace podium::app
