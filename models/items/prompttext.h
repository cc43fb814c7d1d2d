// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"

#include <QString>
#include <QStringList>

namespace podium::items {

/// The tag of a version that holds a prompt's template (MLflow's prompt registry).
inline constexpr char PromptTextTag[] = "mlflow.prompt.text";

/// What a version of a prompt says.
struct PromptText {
    enum class Kind {
        None,       // the version has no text
        Text,       // a template
        Chat,       // messages, each as "role:" and its content below, a blank line between
        BrokenChat  // said to be messages, but not readable as such: as it is
    };
    Kind kind = Kind::None;
    QString text;
    QStringList variables;  // names in double braces, in their order, each once

    friend bool operator==(const PromptText&, const PromptText&) = default;
};

/// By the tags `mlflow.prompt.text` and `_mlflow_prompt_type` ("text" or "chat"; absent in
/// MLflow 2, which has texts only).
[[nodiscard]] PromptText promptText(const domain::ModelVersion& version);

}  // namespace podium::items
