// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The lines of a metric file, as mlflow/store/tracking/file_store.py writes them:
///   run:          timestamp value [step [dataset_name dataset_digest]]
///   logged model: timestamp value step run_id [dataset_name dataset_digest]
/// Fields are separated by one space; a dataset's name may hold spaces itself, so a line is read
/// from both ends.
namespace podium::stores::filestore {

/// One line of a logged model's file; its texts point into the line.
struct ModelLine {
    domain::MetricPoint point;
    std::string_view runId;
    std::string_view datasetName;
    std::string_view datasetDigest;
};

/// A run's line without its end of line. MLflow 3.x ignores the step of a line with a dataset and
/// shows 0 instead; here it is the step that was logged. Nothing if the line is not of that form.
/// `withDataset`, if given, is set to whether the line names a dataset.
[[nodiscard]] std::optional<domain::MetricPoint> parseRunLine(std::string_view line,
                                                              bool* withDataset = nullptr);
[[nodiscard]] std::optional<ModelLine> parseModelLine(std::string_view line);

/// Cuts a stream of blocks into lines without keeping more than one unfinished line (at most
/// MaxLine bytes: a longer one is bad and is skipped). `take(line)` says whether the line was good.
class LineCutter {
public:
    static constexpr std::size_t MaxLine = 64UL * 1024;
    /// Numbers (from 1) of bad lines that are remembered one by one.
    static constexpr std::size_t MaxRemembered = 3;

    template <typename Take>
    void feed(std::string_view block, Take&& take) {
        for (;;) {
            const std::size_t end = block.find('\n');
            if (end == std::string_view::npos)
                break;
            if (m_rest.empty() && !m_skipping) {
                finishLine(block.substr(0, end), take);
            } else {
                keep(block.substr(0, end));
                finishLine(m_rest, take);
                m_rest.clear();
            }
            block.remove_prefix(end + 1);
        }
        keep(block);
    }

    /// True if the last line has no end yet.
    [[nodiscard]] bool unfinished() const { return m_skipping || !m_rest.empty(); }
    /// Counts the unfinished last line as a line like any other.
    template <typename Take>
    void acceptUnfinished(Take&& take) {
        if (unfinished())
            finishLine(m_rest, take);
        m_rest.clear();
    }

    [[nodiscard]] std::int64_t lines() const { return m_lines; }
    [[nodiscard]] std::int64_t badLines() const { return m_bad; }
    [[nodiscard]] const std::vector<std::int64_t>& firstBad() const { return m_firstBad; }

private:
    template <typename Take>
    void finishLine(std::string_view line, Take&& take) {
        ++m_lines;
        if (m_skipping || !take(line)) {
            ++m_bad;
            if (m_firstBad.size() < MaxRemembered)
                m_firstBad.push_back(m_lines);
        }
        m_skipping = false;
    }
    void keep(std::string_view part) {
        if (m_skipping || m_rest.size() + part.size() > MaxLine) {
            m_skipping = true;
            m_rest.clear();
        } else {
            m_rest.append(part);
        }
    }

    std::string m_rest;
    bool m_skipping = false;
    std::int64_t m_lines = 0;
    std::int64_t m_bad = 0;
    std::vector<std::int64_t> m_firstBad;
};

}  // namespace podium::stores::filestore
