// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/environment.h"
#include "cache/cache.h"
#include "jobs/slot.h"
#include "query/frame.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace podium::session {

/// How a param, tag or metric is spread among the runs of the experiments that the compared runs
/// are of; by it a difference is a surprise or not.
struct Spread {
    std::size_t runs = 0;  // that have it
    double deviation = 0;  // of values that are numbers, with n - 1; NaN below two
    double agreement = 0;  // how likely two of the runs have the same text, 0 to 1
};

struct ComparedFile {
    std::string path;
    std::int64_t size = 0;
    std::string sha256;               // "" where it was not worth its time: see RunComparer
    std::filesystem::path root = {};  // the folder of artifacts it lies in
    std::string raw = {};             // its path below that, as bytes on disk
};

struct ComparedModel {
    std::string name;
    artifacts::ModelFacts facts;
};

/// One run with all that can be compared.
struct ComparedRun {
    cache::RunDetails details;
    std::vector<ComparedFile> files;        // by path
    bool filesCut = false;                  // there are more than are listed
    std::optional<base::Error> filesError;  // why there are no files
    std::map<std::string, std::string> packages;
    std::vector<std::string> packageFiles;  // where they were read
    std::vector<ComparedModel> models;
};

struct ComparedRuns {
    std::vector<ComparedRun> runs;
    std::size_t wanted = 0;  // more than runs where there were too many or some are gone
    std::map<query::ColumnKey, Spread> spreads;  // metrics by their reductions Last, Min and Max
    /// Of a metric, the distance of the curves of run i and j at [i * runs + j] (curveDistance).
    std::map<std::string, std::vector<double>> distances;
};

/// Loads runs side by side in a job: their details, curves, files, environments, and how values are
/// spread among the other runs of their experiments. Lives on the UI thread; the newest request
/// counts. Files of one path and size are hashed up to HashBytes each.
class RunComparer : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t MostRuns = 20;
    static constexpr std::int64_t HashBytes = std::int64_t{8} << 20;

    RunComparer(cache::Cache& cache, jobs::JobEngine& engine, QObject* parent = nullptr);

    void setRuns(const std::vector<base::RunNo>& runs);
    [[nodiscard]] const std::vector<base::RunNo>& runs() const { return m_runs; }
    void reload();
    void cancel();
    [[nodiscard]] std::shared_ptr<const ComparedRuns> current() const { return m_current; }
    [[nodiscard]] bool loading() const { return m_loading; }

Q_SIGNALS:
    void changed();
    void loadingChanged(bool loading);
    void failed(const podium::base::Error& error);

private:
    void setLoading(bool loading);

    cache::Cache& m_cache;
    jobs::Slot<std::shared_ptr<const ComparedRuns>> m_slot;
    std::vector<base::RunNo> m_runs;
    std::shared_ptr<const ComparedRuns> m_current;
    bool m_loading = false;
};

}  // namespace podium::session
