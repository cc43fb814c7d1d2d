// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedview.h"

#include "query/query.h"
#include "session/columnjson.h"
#include "session/viewcolumns.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace podium::session {

using base::Error;
using base::Result;
using query::ColumnKey;

namespace {

using Note = ViewNote::Kind;

constexpr int Version = 1;
constexpr int MostLevels = 12;
constexpr QLatin1String Format("podium-view");
constexpr qsizetype LongestName = 200;
constexpr qsizetype LongestFilter = 64 << 10;
constexpr std::size_t MostExperiments = 1000;
constexpr std::size_t MostOrderKeys = 32;
constexpr std::size_t MostGroups = 16;
constexpr qsizetype MostCharts = 200;
constexpr std::size_t MostNotes = 40;

/// A value as JSON in one line, without the brackets that a document needs.
QByteArray inLine(const QJsonValue& value) {
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.mid(1, text.size() - 2);
}

/// An object or array with one entry a line.
QByteArray inLines(const QJsonValue& value) {
    const char* const brackets = value.isArray() ? "[]" : "{}";
    QByteArrayList lines;
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            lines.append("    " + inLine(item));
    } else {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            lines.append("    " + inLine(it.key()) + ": " + inLine(it.value()));
    }
    if (lines.isEmpty())
        return QByteArray(brackets);
    return brackets[0] + ("\n" + lines.join(",\n")) + "\n  " + brackets[1];
}

/// How deep brackets lie in each other; what is inside texts does not count.
int depth(const QByteArray& text) {
    int now = 0;
    int most = 0;
    bool inText = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            i += c == '\\' ? 1 : 0;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            most = std::max(most, ++now);
        } else if (c == ']' || c == '}') {
            --now;
        }
    }
    return most;
}

/// Reads the parts of a view and notes what is none.
class Reader {
public:
    Reader(QJsonObject json, const QStringList& chartKeys)
        : m_json(std::move(json)), m_chartKeys(chartKeys) {}

    ReadView read() {
        const int version = take("version").toInt(0);
        if (version != Version)
            note(version > Version ? Note::Newer : Note::BadValue,
                 version > Version ? QString::number(version) : QStringLiteral("version"));
        m_read.view.name = cleanViewName(text("name", 4 * LongestName));
        readExperiments();
        readFilter();
        readOrder();
        readGroups();
        viewColumnsFromJson(array("columns"), m_read.view, m_read.notes);
        m_read.view.table.columnsChosen = true;
        readMarks();
        readCharts();
        for (const QString& key : m_json.keys())
            note(Note::UnknownKey, key);
        if (m_read.notes.size() > MostNotes) {
            m_read.notes.resize(MostNotes);
            note(Note::TooMany, {});
        }
        return std::move(m_read);
    }

private:
    void note(Note kind, const QString& what, Error error = {}) {
        m_read.notes.push_back({kind, what, std::move(error)});
    }

    QJsonValue take(const char* key) { return m_json.take(QLatin1String(key)); }

    /// A member that may be missing; one of another type is noted and read as empty.
    QJsonValue typed(const char* key, QJsonValue::Type type) {
        const QJsonValue value = take(key);
        if (value.type() != type && !value.isUndefined())
            note(Note::BadValue, QLatin1String(key));
        return value;
    }
    QJsonArray array(const char* key) { return typed(key, QJsonValue::Array).toArray(); }

    QString text(const char* key, qsizetype longest) {
        const QString value = typed(key, QJsonValue::String).toString();
        if (value.size() <= longest)
            return value;
        note(Note::BadValue, QLatin1String(key));
        return {};
    }

    void readExperiments() {
        for (const QJsonValue& value : array("experiments")) {
            const QJsonObject one = value.toObject();
            const QString name = one.value(QLatin1String("name")).toString();
            if (!name.isEmpty() && m_read.view.experiments.size() < MostExperiments)
                m_read.view.experiments.push_back(
                    {name, one.value(QLatin1String("source")).toString()});
        }
    }

    void readFilter() {
        const QString filter = text("filter", LongestFilter);
        const Result<query::Filter> parsed = query::parseFilter(filter.toStdString());
        if (parsed.failed())
            note(Note::BadFilter, filter, parsed.error());
        else
            m_read.view.table.filter = filter;
    }

    void readOrder() {
        for (const QJsonValue& value : array("order")) {
            const QJsonObject object = value.toObject();
            const auto column = viewColumn(object, {QStringLiteral("descending")},
                                           QStringLiteral("order"), m_read.notes);
            if (!column)
                continue;
            if (m_read.view.table.order.size() == MostOrderKeys)
                return note(Note::TooMany, QStringLiteral("order"));
            if (const auto key = orderFromJson(object))
                m_read.view.table.order.push_back(*key);
        }
    }

    void readGroups() {
        for (const QJsonValue& value : array("groups")) {
            const auto column =
                viewColumn(value.toObject(), {}, QStringLiteral("groups"), m_read.notes);
            if (!column)
                continue;
            if (m_read.view.table.groupBy.size() == MostGroups)
                return note(Note::TooMany, QStringLiteral("groups"));
            m_read.view.table.groupBy.push_back(*column);
        }
    }

    void readMarks() {
        QJsonObject marks;
        for (const char* key : {"drawn", "hidden"}) {
            const QJsonArray ids = array(key);
            if (ids.size() > MostMarks)
                note(Note::TooMany, QLatin1String(key));
            marks.insert(QLatin1String(key), ids);
        }
        const QJsonObject colours = typed("colours", QJsonValue::Object).toObject();
        if (colours.size() > MostMarks)
            note(Note::TooMany, QStringLiteral("colours"));
        marks.insert(QStringLiteral("colours"), colours);
        m_read.view.marks = runMarksFromJson(marks);
        if (static_cast<qsizetype>(m_read.view.marks.colours.size()) <
            std::min(colours.size(), MostMarks))
            note(Note::BadValue, QStringLiteral("colours"));
        for (const QJsonValue& value : array("chosen")) {
            if (value.isString() && m_read.view.chosen.size() < std::size_t{MostMarks})
                m_read.view.chosen.push_back(value.toString().toStdString());
        }
    }

    void readCharts() {
        for (const QJsonValue& value : array("charts")) {
            const QJsonObject chart = value.toObject();
            // A chart is one of a metric, or of the table's runs in one way or another.
            if (chart.value(QLatin1String("metric")).toString().isEmpty() &&
                chart.value(QLatin1String("kind")).toString().isEmpty()) {
                note(Note::BadValue, QStringLiteral("charts"));
                continue;
            }
            if (m_read.view.charts.size() == MostCharts)
                return note(Note::TooMany, QStringLiteral("charts"));
            for (const QString& key : chart.keys()) {
                if (!m_chartKeys.isEmpty() && !m_chartKeys.contains(key))
                    note(Note::UnknownKey, QStringLiteral("charts.") + key);
            }
            m_read.view.charts.append(chart);
        }
    }

    QJsonObject m_json;  // members leave it as they are read
    const QStringList& m_chartKeys;
    ReadView m_read;
};

}  // namespace

QString cleanViewName(const QString& name) {
    QString clean;
    for (const QChar c : name.simplified()) {
        const bool shown = c.isPrint() || c.isSurrogate();
        // Marks that turn the direction of what follows would turn the menu, too.
        const bool turns = c.category() == QChar::Other_Format && c != QChar(0x200d);
        if (shown && !turns)
            clean.append(c);
    }
    clean.truncate(LongestName);
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return clean.trimmed();
}

bool sameArrangement(const SavedView& a, const SavedView& b) {
    const auto sameOrder = [](const query::OrderKey& x, const query::OrderKey& y) {
        return x.column == y.column && x.descending == y.descending;
    };
    return a.table.filter == b.table.filter && a.table.columns == b.table.columns &&
           std::ranges::equal(a.table.order, b.table.order, sameOrder) &&
           a.table.groupBy == b.table.groupBy && a.table.appearance == b.table.appearance &&
           a.widths == b.widths && a.marks == b.marks && a.charts == b.charts;
}

bool isFor(const SavedView& view, const std::vector<ViewExperiment>& experiments) {
    if (view.experiments.size() != experiments.size() || experiments.empty())
        return false;
    return std::ranges::all_of(view.experiments, [&](const ViewExperiment& mine) {
        return std::ranges::any_of(experiments, [&](const ViewExperiment& other) {
            return mine.name == other.name &&
                   (mine.source.isEmpty() || mine.source == other.source);
        });
    });
}

QByteArray viewText(const SavedView& view) {
    QJsonArray experiments;
    for (const ViewExperiment& one : view.experiments) {
        QJsonObject object{{QStringLiteral("name"), one.name}};
        if (!one.source.isEmpty())
            object.insert(QStringLiteral("source"), one.source);
        experiments.append(object);
    }
    QJsonArray order;
    for (const query::OrderKey& key : view.table.order)
        order.append(toJson(key));
    QJsonArray groups;
    for (const ColumnKey& column : view.table.groupBy)
        groups.append(toJson(column));
    QJsonArray chosen;
    for (const std::string& id : view.chosen)
        chosen.append(QString::fromStdString(id));
    const QJsonObject marks = toJson(view.marks);
    const std::vector<std::pair<const char*, QJsonValue>> members = {
        {"format", QString(Format)},
        {"version", Version},
        {"name", view.name},
        {"experiments", experiments},
        {"filter", view.table.filter},
        {"order", order},
        {"groups", groups},
        {"columns", viewColumnsToJson(view)},
        {"drawn", marks.value(QLatin1String("drawn")).toArray()},
        {"hidden", marks.value(QLatin1String("hidden")).toArray()},
        {"chosen", chosen},
        {"colours", marks.value(QLatin1String("colours")).toObject()},
        {"charts", view.charts}};
    QByteArrayList lines;
    for (const auto& [key, value] : members) {
        const bool many = value.isArray() || value.isObject();
        lines.append("  \"" + QByteArray(key) + "\": " + (many ? inLines(value) : inLine(value)));
    }
    return "{\n" + lines.join(",\n") + "\n}\n";
}

ReadView viewFromText(const QByteArray& text, const QStringList& chartKeys) {
    const auto refuse = [](Note kind, qint64 what = 0) {
        return ReadView{{}, {{kind, QString::number(what), {}}}, true};
    };
    if (text.size() > MostViewBytes)
        return refuse(Note::TooLarge, text.size());
    if (depth(text) > MostLevels)
        return refuse(Note::TooDeep, MostLevels);
    QJsonParseError fault{};
    // Editors on Windows put a mark before UTF-8.
    const bool marked = text.startsWith("\xEF\xBB\xBF");
    const QJsonDocument document = QJsonDocument::fromJson(marked ? text.mid(3) : text, &fault);
    if (fault.error != QJsonParseError::NoError)
        return refuse(Note::NotJson, 1 + text.left(fault.offset).count('\n'));
    QJsonObject json = document.object();
    if (json.take(QLatin1String("format")).toString() != Format)
        return refuse(Note::Foreign);
    return Reader(std::move(json), chartKeys).read();
}

}  // namespace podium::session
