// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/prompttext.h"

#include "items/cell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

namespace podium::items {

namespace {

/// Contents of parts, such as pictures, stay JSON.
QString contentOf(const QJsonValue& value) {
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    return value.isObject() ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed()
                            : QString();
}

std::optional<QString> messages(const std::string& json) {
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    if (!document.isArray())
        return std::nullopt;
    QStringList blocks;
    for (const QJsonValue& one : document.array()) {
        const QJsonObject message = one.toObject();
        const QJsonValue role = message.value(QLatin1String("role"));
        if (!role.isString() || !message.contains(QLatin1String("content")))
            return std::nullopt;
        blocks.append(role.toString() + QStringLiteral(":\n") +
                      contentOf(message.value(QLatin1String("content"))));
    }
    return blocks.join(QStringLiteral("\n\n"));
}

QStringList variablesOf(const QString& text) {
    static const QRegularExpression Variable(QStringLiteral(
        "\\{\\{\\s*([a-zA-Z_][a-zA-Z0-9_]*(?:\\.[a-zA-Z_][a-zA-Z0-9_]*)*)\\s*\\}\\}"));
    QStringList names;
    for (auto it = Variable.globalMatch(text); it.hasNext();)
        names.append(it.next().captured(1));
    names.removeDuplicates();
    return names;
}

}  // namespace

PromptText promptText(const domain::ModelVersion& version) {
    const std::string* text = domain::find(version.tags, PromptTextTag);
    if (text == nullptr)
        return {};
    PromptText prompt{PromptText::Kind::Text, toQString(*text), {}};
    const std::string* type = domain::find(version.tags, "_mlflow_prompt_type");
    if (type != nullptr && *type == "chat") {
        const std::optional<QString> chat = messages(*text);
        prompt.kind = chat ? PromptText::Kind::Chat : PromptText::Kind::BrokenChat;
        prompt.text = chat.value_or(prompt.text);
    }
    prompt.variables = variablesOf(prompt.text);
    return prompt;
}

}  // namespace podium::items
