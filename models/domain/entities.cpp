// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/entities.h"

#include <array>

namespace podium::domain {

namespace {

constexpr std::array<std::string_view, 6> StatusNames = {"UNKNOWN",  "RUNNING", "SCHEDULED",
                                                         "FINISHED", "FAILED",  "KILLED"};
constexpr std::array<std::string_view, 4> ModelStatusNames = {"UNSPECIFIED", "PENDING", "READY",
                                                              "FAILED"};

}  // namespace

std::string_view statusName(RunStatus status) {
    return StatusNames[static_cast<std::size_t>(status)];
}

RunStatus statusFromName(std::string_view name) {
    for (std::size_t i = 0; i < StatusNames.size(); ++i) {
        if (StatusNames[i] == name)
            return static_cast<RunStatus>(i);
    }
    return RunStatus::Unknown;
}

std::string_view lifecycleName(Lifecycle lifecycle) {
    return lifecycle == Lifecycle::Active ? "active" : "deleted";
}

std::string_view loggedModelStatusName(LoggedModelStatus status) {
    return ModelStatusNames[static_cast<std::size_t>(status)];
}

const std::string* find(const std::vector<KeyValue>& list, std::string_view key) {
    for (const KeyValue& entry : list) {
        if (entry.key == key)
            return &entry.value;
    }
    return nullptr;
}

bool isLater(const MetricPoint& candidate, const MetricPoint& latest) {
    if (candidate.step != latest.step)
        return candidate.step > latest.step;
    if (candidate.timestamp != latest.timestamp)
        return candidate.timestamp > latest.timestamp;
    return candidate.value > latest.value;
}

bool RegisteredModel::isPrompt() const {
    const std::string* mark = find(tags, "mlflow.prompt.is_prompt");
    return mark != nullptr && (*mark == "true" || *mark == "True");
}

}  // namespace podium::domain
