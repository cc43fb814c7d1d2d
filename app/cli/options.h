// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace podium::app {

/// The arguments of one command: what it takes, `--help`, and clear words for what is wrong.
class Options {
public:
    /// Whether a command is about one source, or about all where none is named.
    enum class Source { Needed, Optional };
    Options(const QString& command, const QString& description, Source source = Source::Needed);

    /// A positional argument as it stands in the usage line, such as "RUN_ID" or "[PATH]".
    void addPositional(const QString& syntax, const QString& description);
    void addFlag(const QString& name, const QString& description);
    void addValue(const QString& name, const QString& placeholder, const QString& description,
                  const QString& fallback = {});

    /// Nothing if the command may go on, otherwise the exit code: help was printed, or a complaint.
    [[nodiscard]] std::optional<int> read(const QStringList& arguments);
    /// Complains about the arguments; returns ExitUsage.
    [[nodiscard]] int reject(const QString& sentence) const;

    [[nodiscard]] bool has(const QString& name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString& name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList values(const QString& name) const { return m_parser.values(name); }
    /// The nth positional argument, counted without the source; "" if it was not given.
    [[nodiscard]] QString positional(int index) const;

    /// The source: the first argument, or MLFLOW_TRACKING_URI, or ./mlruns or ./mlflow.db. Where it
    /// is optional it is "" if it was not given.
    [[nodiscard]] const QString& source() const { return m_source; }
    [[nodiscard]] std::filesystem::path cacheFile() const;

private:
    [[nodiscard]] std::optional<int> takeSource();

    QCommandLineParser m_parser;
    QString m_command;
    Source m_sourceUse;
    QString m_source;
    QStringList m_rest;
    int m_required = 0;
    int m_accepted = 0;
};

}  // namespace podium::app
