// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"
#include "tests/support/fixtures.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;

/// Prompts of a registry as MLflow names them.
class TestRegistryPrompts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSnapshotKeepsThem() {
        const QTemporaryDir folder;
        const tests::Fixture store(QStringLiteral("filestore-3.11"));
        QVERIFY2(store.ok(), qPrintable(store.error()));
        auto cache = cache::Cache::open(folder.filePath(QStringLiteral("c.db")).toStdString(),
                                        base::systemClock());
        QVERIFY(cache.ok());
        jobs::JobEngine engine;
        session::Settings settings(folder.filePath(QStringLiteral("s.ini")));
        session::Workspace workspace(*cache.value(), engine, settings);
        workspace.openSource(QString::fromStdString(store.mlruns().string()));
        const QJsonArray expected = store.expected()[QLatin1String("prompts")].toArray();
        QVERIFY(!expected.isEmpty());
        QStringList wanted;
        for (const QJsonValue& prompt : expected)
            wanted.append(prompt[QLatin1String("name")].toString());
        wanted.sort();
        const auto prompts = [&] {
            QStringList names;
            for (const session::ModelEntry& entry : workspace.registry().snapshot()->models) {
                if (entry.model.isPrompt())
                    names.append(QString::fromStdString(entry.model.name));
            }
            names.sort();
            return names;
        };
        QTRY_COMPARE_WITH_TIMEOUT(prompts(), wanted, 20000);
        const auto models = store.expected()[QLatin1String("registered_models")].toArray();
        QCOMPARE(workspace.registry().snapshot()->models.size(),
                 static_cast<std::size_t>(models.size() + expected.size()));
        for (const session::ModelEntry& entry : workspace.registry().snapshot()->models) {
            if (entry.model.isPrompt())
                QVERIFY(!entry.versions.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestRegistryPrompts)
#include "tst_registryprompts.moc"
