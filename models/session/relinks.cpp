// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/relinks.h"

#include "base/utf8.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace podium::session {

using artifacts::RelinkRule;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 LargestFile = 4 << 20;

QJsonObject readFile(const std::filesystem::path& path) {
    QFile file(QFile::decodeName(path.c_str()));
    if (path.empty() || !file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString keyOf(std::string_view location) {
    return QString::fromUtf8(location.data(), static_cast<qsizetype>(location.size()));
}

}  // namespace

std::filesystem::path relinkFile(const cache::Cache& cache) {
    std::filesystem::path file = cache.file();
    file += ".relinks.json";
    return file;
}

std::vector<RelinkRule> readRelinks(const std::filesystem::path& file, std::string_view location) {
    std::vector<RelinkRule> rules;
    const QJsonObject sources = readFile(file)[QStringLiteral("sources")].toObject();
    const QJsonArray list = sources[keyOf(location)].toArray();
    for (const QJsonValue value : list) {
        const QJsonObject rule = value.toObject();
        const QString to = rule[QStringLiteral("to")].toString();
        if (!to.isEmpty())
            rules.push_back({rule[QStringLiteral("from")].toString().toStdString(),
                             std::filesystem::path(QFile::encodeName(to).toStdString())});
    }
    return rules;
}

Result<void> writeRelinks(const std::filesystem::path& file, std::string_view location,
                          const std::vector<RelinkRule>& rules) {
    QJsonObject whole = readFile(file);
    QJsonObject sources = whole[QStringLiteral("sources")].toObject();
    QJsonArray list;
    for (const RelinkRule& rule : rules)
        list.append(QJsonObject{{QStringLiteral("from"), QString::fromStdString(rule.from)},
                                {QStringLiteral("to"), QFile::decodeName(rule.to.c_str())}});
    if (list.isEmpty())
        sources.remove(keyOf(location));
    else
        sources[keyOf(location)] = list;
    whole[QStringLiteral("version")] = 1;
    whole[QStringLiteral("sources")] = sources;
    QSaveFile out(QFile::decodeName(file.c_str()));
    const QByteArray bytes = QJsonDocument(whole).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return Error{ErrorCode::WriteFailed,
                     {base::toUtf8(file.native()), out.errorString().toStdString()}};
    return {};
}

Result<RelinkSurvey> surveyRelinks(const cache::Cache& cache, base::SourceNo source,
                                   const std::filesystem::path& folder, base::Progress& progress,
                                   const std::stop_token& stop) {
    auto opened = cache.reader();
    PODIUM_TRY(RelinkSurvey, opened);
    cache::Reader& reader = opened.value();
    const auto experiments = reader.experiments(source);
    PODIUM_TRY(RelinkSurvey, experiments);
    std::vector<base::RunNo> runs;
    for (const cache::ExperimentRow& experiment : experiments.value())
        PODIUM_TRY(RelinkSurvey,
                   reader.runs(experiment.experimentNo, stop,
                               [&](const cache::RunRow& run) { runs.push_back(run.runNo); }));
    RelinkSurvey survey;
    survey.runs = runs.size();
    progress.total = static_cast<std::int64_t>(runs.size());
    std::vector<artifacts::RelinkItem> missing;
    for (const base::RunNo number : runs) {
        if (stop.stop_requested())
            return base::Cancelled{};
        ++progress.done;
        const auto details = reader.run(number);
        PODIUM_TRY(RelinkSurvey, details);
        if (!details.value())
            continue;
        const domain::Run& run = details.value()->run;
        const auto place = artifacts::resolve({run.artifactUri, run.experimentId, run.runId,
                                               details.value()->sourceRoot, run.folder});
        if (place.ok() && place.value().how != artifacts::Resolved::How::Nothing)
            ++survey.found;
        else
            missing.push_back({run.runId, run.artifactUri});
    }
    survey.missing = missing.size();
    if (folder.empty() || missing.empty())
        return survey;
    progress.done = 0;
    auto proposals = artifacts::proposeRelinks(missing, folder, progress, stop);
    PODIUM_TRY(RelinkSurvey, proposals);
    survey.proposals = std::move(proposals).value();
    return survey;
}

}  // namespace podium::session
