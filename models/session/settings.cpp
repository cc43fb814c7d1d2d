// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/settings.h"

#include <array>

namespace podium::session {

namespace {

struct Entry {
    Setting setting;
    const char* key;
    QVariant (*fallback)();
};

const std::array Entries = {
    Entry{Setting::Theme, "look/theme", [] { return QVariant(QStringLiteral("system")); }},
    Entry{Setting::Language, "look/language", [] { return QVariant(QString()); }},
    Entry{Setting::OpenSources, "sources/open", [] { return QVariant(QStringList()); }},
    Entry{Setting::RecentSources, "sources/recent", [] { return QVariant(QStringList()); }},
    Entry{Setting::WindowLayout, "window/layout", [] { return QVariant(QByteArray()); }},
    Entry{Setting::Session, "window/session", [] { return QVariant(QByteArray()); }},
    Entry{Setting::RunsLayout, "window/runs", [] { return QVariant(QByteArray()); }},
    Entry{Setting::Charts, "window/charts", [] { return QVariant(QByteArray()); }},
    Entry{Setting::RestoreSession, "window/restore", [] { return QVariant(true); }},
    Entry{Setting::ReadThreads, "sync/readThreads", [] { return QVariant(0); }},
    Entry{Setting::FollowLive, "sync/followLive", [] { return QVariant(true); }},
    Entry{Setting::MetricRules, "runs/metricRules", [] { return QVariant(QByteArray()); }},
    Entry{Setting::ArtifactCache, "artifacts/cacheMegabytes", [] { return QVariant(2'147); }},
    Entry{Setting::ArtifactFetch, "artifacts/fetchMegabytes", [] { return QVariant(8); }},
    Entry{Setting::ShowVanished, "sync/showVanished", [] { return QVariant(true); }},
    Entry{Setting::CompareRules, "compare/rules", [] { return QVariant(QByteArray()); }},
    Entry{Setting::PaperOptions, "paper/options", [] { return QVariant(QByteArray()); }},
    Entry{Setting::ModelsView, "window/models", [] { return QVariant(QByteArray()); }},
    Entry{Setting::ReviewName, "reviews/name", [] { return QVariant(QString()); }},
    Entry{Setting::CurrentViews, "window/views", [] { return QVariant(QByteArray()); }},
};

const Entry& entryOf(Setting setting) {
    return Entries[static_cast<std::size_t>(setting)];
}

}  // namespace

Settings::Settings(const QString& file)
    : m_file(file), m_store(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

QVariant Settings::value(Setting setting) const {
    const Entry& entry = entryOf(setting);
    const QVariant fallback = entry.fallback();
    QVariant value = m_store->value(QLatin1String(entry.key), fallback);
    // An ini file holds texts; a damaged or foreign one must not give a value of another type.
    if (value.typeId() != fallback.typeId() && !value.convert(fallback.metaType()))
        return fallback;
    return value;
}

void Settings::setValue(Setting setting, const QVariant& value) {
    m_store->setValue(QLatin1String(entryOf(setting).key), value);
}

bool Settings::write(const QString& file, const std::vector<std::pair<Setting, QVariant>>& values) {
    QSettings store(file, QSettings::IniFormat);
    for (const auto& [setting, value] : values)
        store.setValue(QLatin1String(entryOf(setting).key), value);
    store.sync();
    return store.status() == QSettings::NoError;
}

void Settings::sync() {
    m_store->sync();
}

}  // namespace podium::session
