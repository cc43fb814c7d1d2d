// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/store.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace podium::tests {

/// Keeps everything a store delivers, and is what it already knows as well.
class RecordingSink : public stores::Sink, public stores::Known {
public:
    std::map<std::string, domain::Experiment> experiments;
    std::map<std::string, domain::Run> runs;
    std::map<std::string, stores::Fingerprint> fingerprints;
    std::map<std::string, domain::LoggedModel> loggedModels;
    std::map<std::string, domain::RegisteredModel> registeredModels;
    std::map<std::string, domain::ModelVersion> versions;  // "name vN"
    std::vector<std::string> unchanged;
    std::vector<std::string> read;
    std::vector<domain::Problem> problems;
    std::vector<std::string> problemRuns;  // beside `problems`
    bool inOrder = true;                   // every run came after its experiment

    [[nodiscard]] stores::Fingerprint run(std::string_view, std::string_view runId) const override;
    void experiment(domain::Experiment&& experiment) override;
    void run(domain::Run&& run, stores::Fingerprint fingerprint) override;
    void runUnchanged(std::string_view experimentId, std::string_view runId) override;
    void loggedModel(domain::LoggedModel&& model) override;
    void registeredModel(domain::RegisteredModel&& model) override;
    void modelVersion(domain::ModelVersion&& version) override;
    void problem(domain::Problem&& problem, std::string_view experimentId,
                 std::string_view runId) override;

    /// Forgets what was delivered last time, but not the fingerprints.
    void startAnew();

    /// Everything in words, one line a thing, sorted: a failing test reads as a picture.
    [[nodiscard]] std::vector<std::string> lines() const;
    /// Only the problems: "code path arguments".
    [[nodiscard]] std::vector<std::string> problemLines() const;

private:
    mutable std::mutex m_mutex;
};

}  // namespace podium::tests
