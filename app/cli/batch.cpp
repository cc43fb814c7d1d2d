// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"

#include "app/cli/jsonwriter.h"
#include "views/text/text.h"

#include <nlohmann/json.hpp>

#include <string>

namespace podium::app {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

namespace {

struct Question {
    std::string filter;
    std::vector<std::string> orderBy;
};

std::optional<Question> parseQuestion(const std::string& line) {
    const json document = json::parse(line, nullptr, false);
    if (!document.is_object())
        return std::nullopt;
    Question question;
    if (const auto it = document.find("filter"); it != document.end() && !it->is_null()) {
        if (!it->is_string())
            return std::nullopt;
        question.filter = it->get<std::string>();
    }
    const auto order = document.find("order_by");
    if (order == document.end() || order->is_null())
        return question;
    if (!order->is_array())
        return std::nullopt;
    for (const json& clause : *order) {
        if (!clause.is_string())
            return std::nullopt;
        question.orderBy.push_back(clause.get<std::string>());
    }
    return question;
}

std::string errorLine(std::string_view message, std::optional<std::int64_t> position) {
    JsonWriter writer;
    writer.beginObject().key("error").beginObject();
    writer.key("message").value(message);
    writer.key("position").value(position);
    writer.endObject().endObject();
    return writer.take() + "\n";
}

std::string errorLine(const Error& error) {
    std::optional<std::int64_t> position;
    if (!error.args.empty())
        position = QString::fromStdString(error.args.front()).toLongLong();
    return errorLine(views::describe(error).toStdString(), position);
}

std::string idsLine(const query::Frame& frame, const std::vector<std::uint32_t>& rows) {
    const query::ColumnKey runId = query::attributeColumn(query::Attribute::RunId);
    JsonWriter writer;
    writer.beginObject().key("run_ids").beginArray();
    for (const std::uint32_t row : rows)
        writer.value(frame.text(runId, row));
    writer.endArray().endObject();
    return writer.take() + "\n";
}

bool isOfQuery(const Error& error) {
    return error.code == ErrorCode::QuerySyntax || error.code == ErrorCode::QueryInvalid;
}

}  // namespace

Result<void> answerBatch(std::istream& questions, RunQuery& query, Output& output) {
    std::string line;
    while (std::getline(questions, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const std::optional<Question> question = parseQuestion(line);
        if (!question) {
            output.write(errorLine("not a JSON object with a filter and a list order_by", {}));
            continue;
        }
        const Result<std::vector<std::uint32_t>> rows =
            query.rows(question->filter, question->orderBy);
        if (rows.failed() && isOfQuery(rows.error())) {
            output.write(errorLine(rows.error()));
            continue;
        }
        PODIUM_TRY(void, rows);
        output.write(idsLine(query.frame(), rows.value()));
    }
    return {};
}

}  // namespace podium::app
