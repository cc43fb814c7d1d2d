// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/columnloader.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"

#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using session::ColumnLoader;
using session::RunsView;

/// Columns that the table does not show, for charts of its runs; against what MLflow says of a
/// store.
class TestColumnLoader : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::Fixture> m_store;
    QTemporaryDir m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::vector<cache::ExperimentRow> m_experiments;

    /// A param that some runs have, as MLflow tells it: run id and value.
    QHash<QString, QString> recorded(const QString& param) const {
        QHash<QString, QString> values;
        const QJsonObject runs = m_store->expected()[QLatin1String("runs")].toObject();
        for (auto it = runs.begin(); it != runs.end(); ++it) {
            const QJsonObject params = it.value()
                                           .toObject()[QLatin1String("data")]
                                           .toObject()[QLatin1String("params")]
                                           .toObject();
            if (params.contains(param))
                values.insert(it.key(), params[param].toString());
        }
        return values;
    }

    QString commonParam() const {
        QHash<QString, int> counts;
        const QJsonObject runs = m_store->expected()[QLatin1String("runs")].toObject();
        for (const QJsonValue& run : runs) {
            const QStringList names = run.toObject()[QLatin1String("data")]
                                          .toObject()[QLatin1String("params")]
                                          .toObject()
                                          .keys();
            for (const QString& name : names)
                ++counts[name];
        }
        QString best;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() > counts.value(best) ||
                (it.value() == counts.value(best) && it.key() < best))
                best = it.key();
        }
        return best;
    }

private Q_SLOTS:
    void initTestCase() {
        m_store = std::make_unique<tests::Fixture>(QStringLiteral("filestore-2.17"));
        QVERIFY2(m_store->ok(), qPrintable(m_store->error()));
        auto cache = cache::Cache::open(m_folder.filePath(QStringLiteral("c.db")).toStdString(),
                                        base::systemClock());
        m_cache = std::move(cache).value();
        auto store = stores::openStore(m_store->mlruns().string());
        QVERIFY(store.ok());
        base::Progress progress;
        auto report = sync::sync(*store.value(), *m_cache, {}, progress, {});
        QVERIFY(report.ok());
        auto reader = m_cache->reader();
        m_experiments = reader.value().experiments(report.value().source).value();
    }

    void wantedColumnsHoldWhatMlflowRecorded() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        ColumnLoader loader(*m_cache, engine, view);
        const QString name = commonParam();
        const query::ColumnKey key = query::paramColumn(name.toStdString());
        loader.want({key});
        view.setExperiments(m_experiments);
        QTRY_VERIFY(loader.frame()->rows() > 0 && loader.frame()->has(key));
        const QHash<QString, QString> expected = recorded(name);
        const auto ids = query::attributeColumn(query::Attribute::RunId);
        int found = 0;
        for (std::size_t row = 0; row < loader.frame()->rows(); ++row) {
            const QString id = QString::fromStdString(std::string(loader.frame()->text(ids, row)));
            const QString value =
                QString::fromStdString(std::string(loader.frame()->text(key, row)));
            QCOMPARE(value, expected.value(id));
            found += value.isEmpty() ? 0 : 1;
        }
        QVERIFY(found > 0);
    }

    void columnsStayWhenTheTableIsSortedAndComeAgainWhenItIsRead() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        view.setExperiments(m_experiments);
        QTRY_VERIFY(view.snapshot()->total > 0);
        ColumnLoader loader(*m_cache, engine, view);
        const query::ColumnKey key = query::paramColumn("nowhere");
        loader.want({key});
        // A column that no run has is there, and empty.
        QTRY_VERIFY(loader.frame()->has(key));
        QSignalSpy changed(&loader, &ColumnLoader::changed);
        view.setOrder({{query::attributeColumn(query::Attribute::RunName), true, true}});
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(loader.frame()->has(key));
        changed.clear();
        view.reload();
        QTRY_VERIFY(changed.size() >= 2 && loader.frame()->has(key));
        loader.want({});
        QSignalSpy again(&view, &RunsView::snapshotChanged);
        view.reload();
        QTRY_VERIFY(!again.isEmpty());
        QVERIFY(!loader.frame()->has(key));
    }
};

QTEST_GUILESS_MAIN(TestColumnLoader)
#include "tst_columnloader.moc"
