// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runsview.h"
#include "stores/kinds/kinds.h"
#include "sync/syncer.h"
#include "tests/support/fixtures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace podium;
using session::RunsView;

/// The same runs seen in two stores: a folder on this machine and its copy from another.
class TestMergedSources : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::Fixture> m_here;
    std::unique_ptr<tests::Fixture> m_there;
    QTemporaryDir m_folder;
    std::unique_ptr<cache::Cache> m_cache;
    std::vector<cache::ExperimentRow> m_both;   // of both stores
    std::vector<cache::ExperimentRow> m_first;  // of one

    std::vector<cache::ExperimentRow> read(const tests::Fixture& fixture) {
        auto store = stores::openStore(fixture.mlruns().string());
        if (!store.ok())
            qFatal("no store");
        base::Progress progress;
        auto report = sync::sync(*store.value(), *m_cache, {}, progress, {});
        if (!report.ok())
            qFatal("no sync");
        auto reader = m_cache->reader();
        return reader.value().experiments(report.value().source).value();
    }

    static std::map<QString, QStringList> sourcesById(const RunsView& view) {
        const query::Frame& frame = *view.snapshot()->table.frame;
        const auto& sources = std::get<query::TextListColumn>(
            *frame.column(query::attributeColumn(query::Attribute::Source)));
        std::map<QString, QStringList> byId;
        const auto id = query::attributeColumn(query::Attribute::RunId);
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            QStringList& texts = byId[QString::fromStdString(std::string(frame.text(id, row)))];
            for (std::uint32_t i = sources.offsets[row]; i < sources.offsets[row + 1]; ++i)
                texts.append(QString::fromStdString(sources.values[i]));
        }
        return byId;
    }

private Q_SLOTS:
    void initTestCase() {
        m_here = std::make_unique<tests::Fixture>(QStringLiteral("filestore-2.17"));
        m_there = std::make_unique<tests::Fixture>(QStringLiteral("filestore-2.17"));
        QVERIFY(m_here->ok() && m_there->ok());
        auto cache = cache::Cache::open(m_folder.filePath(QStringLiteral("c.db")).toStdString(),
                                        base::systemClock());
        m_cache = std::move(cache).value();
        m_first = read(*m_here);
        m_both = m_first;
        const auto second = read(*m_there);
        QCOMPARE(second.size(), m_first.size());
        m_both.insert(m_both.end(), second.begin(), second.end());
    }

    void aRunOfTwoStoresIsOneRowThatNamesBoth() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        view.setExperiments(m_both);
        // MLflow itself lists these runs of one store.
        const QJsonArray listed =
            m_here->expected().value(QLatin1String("search_runs_active_only")).toArray();
        QTRY_COMPARE(view.snapshot()->total, static_cast<std::size_t>(listed.size()));
        const auto byId = sourcesById(view);
        QCOMPARE(byId.size(), static_cast<std::size_t>(listed.size()));
        for (const QJsonValue& id : listed) {
            const auto found = byId.find(id.toString());
            QVERIFY2(found != byId.end(), qPrintable(id.toString()));
            QCOMPARE(found->second.size(), 2);
            QVERIFY(found->second.at(0) != found->second.at(1));
        }
    }

    void aFilterBySourceFindsThemInEither() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        view.setExperiments(m_both);
        QTRY_VERIFY(view.snapshot()->total > 0);
        const std::size_t all = view.snapshot()->total;
        const QStringList sources = sourcesById(view).begin()->second;
        for (const QString& source : sources) {
            view.setFilter(QStringLiteral("source = '%1'").arg(source));
            QTRY_VERIFY(!view.isLoading());
            QCOMPARE(view.snapshot()->matching, all);
        }
        view.setFilter(QStringLiteral("source = 'elsewhere'"));
        QTRY_COMPARE(view.snapshot()->matching, std::size_t{0});
    }

    void withOneOfTheStoresNothingIsMerged() {
        jobs::JobEngine engine;
        RunsView view(*m_cache, engine);
        view.setExperiments(m_first);
        QTRY_VERIFY(view.snapshot()->total > 0);
        for (const auto& [id, sources] : sourcesById(view))
            QCOMPARE(sources.size(), 1);
    }

    void valuesAreThoseOfTheRunOnce() {
        jobs::JobEngine engine;
        RunsView one(*m_cache, engine);
        RunsView two(*m_cache, engine);
        one.setExperiments(m_first);
        two.setExperiments(m_both);
        QTRY_VERIFY(one.snapshot()->total > 0 && two.snapshot()->total > 0);
        const query::ColumnKey metric = query::metricColumn(one.names().metrics.front());
        one.setColumns({metric});
        two.setColumns({metric});
        QTRY_VERIFY(one.snapshot()->table.frame->has(metric));
        QTRY_VERIFY(two.snapshot()->table.frame->has(metric));
        const auto present = [&](const RunsView& view) {
            return std::get<query::NumberColumn>(*view.snapshot()->table.frame->column(metric))
                .present.count();
        };
        QVERIFY(present(one) > 0);
        QCOMPARE(present(two), present(one));
    }
};

QTEST_GUILESS_MAIN(TestMergedSources)
#include "tst_mergedsources.moc"
