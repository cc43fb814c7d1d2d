// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changepreview.h"

#include <QTest>

using namespace podium;
using session::PreviewLine;
using stores::Change;
using stores::PlaceKind;
using Lines = std::vector<PreviewLine>;

Q_DECLARE_METATYPE(Lines)

namespace {

Change promotion() {
    return {{PlaceKind::VersionStage, "churn", "", "", 7}, "Production", "Staging", true, {4, 5}};
}

Change aliasGone() {
    return {{PlaceKind::ModelAlias, "churn", "champion", ""}, {}, "5"};
}

Change described() {
    return {{PlaceKind::VersionDescription, "it's", "", "", 7}, "new \"words\"", {}};
}

Change tagged() {
    return {{PlaceKind::ModelTag, "churn", "team", ""}, "growth", {}};
}

}  // namespace

/// What MLflow itself does for each of these is in the reference of its stores.
class TestChangePreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void unknownKindsSayNothing();
};

void TestChangePreview::lines_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("location");
    QTest::addColumn<Lines>("expected");
    const auto row = [](const char* name, const Change& change, const char* kind,
                        const char* location, const Lines& expected) {
        QTest::addRow("%s", name) << change << QString::fromLatin1(kind)
                                  << QString::fromLatin1(location) << expected;
    };
    row("stage in files", promotion(), "filestore", "/lab",
        {{"models/churn/version-4/meta.yaml",
          "current_stage: Archived, last_updated_timestamp: now"},
         {"models/churn/version-5/meta.yaml",
          "current_stage: Archived, last_updated_timestamp: now"},
         {"models/churn/version-7/meta.yaml",
          "current_stage: Production, last_updated_timestamp: now"},
         {"models/churn/meta.yaml", "last_updated_timestamp: now"}});
    row("alias gone from files", aliasGone(), "filestore", "/lab",
        {{"models/churn/aliases/champion", {}},
         {"models/churn/meta.yaml", "last_updated_timestamp: now"}});
    row("tag in files", tagged(), "filestore", "/lab",
        {{"models/churn/tags/team", "growth"},
         {"models/churn/meta.yaml", "last_updated_timestamp: now"}});
    row("stage in rows", promotion(), "sqlstore", "/lab",
        {{"UPDATE model_versions SET current_stage = 'Archived', last_updated_time = now",
          "name = 'churn' AND version = 4"},
         {"UPDATE model_versions SET current_stage = 'Archived', last_updated_time = now",
          "name = 'churn' AND version = 5"},
         {"UPDATE model_versions SET current_stage = 'Production', last_updated_time = now",
          "name = 'churn' AND version = 7"},
         {"UPDATE registered_models SET last_updated_time = now", "name = 'churn'"}});
    row("alias gone from rows", aliasGone(), "sqlstore", "/lab",
        {{"DELETE FROM registered_model_aliases", "name = 'churn', alias = 'champion'"}});
    row("description in rows", described(), "sqlstore", "/lab",
        {{"UPDATE model_versions SET description = 'new \"words\"', last_updated_time = now",
          "name = 'it''s' AND version = 7"}});
    row("stage on a server", promotion(), "rest", "http://lab",
        {{"POST /api/2.0/mlflow/model-versions/transition-stage",
          R"({"archive_existing_versions":true,"name":"churn","stage":"Production","version":"7"})"}});
    row("stage on Databricks", promotion(), "databricks", "databricks",
        {{"POST /api/2.0/mlflow/databricks/model-versions/transition-stage",
          R"({"archive_existing_versions":true,"name":"churn","stage":"Production","version":"7"})"}});
    row("alias gone from Unity Catalog", aliasGone(), "databricks", "databricks-uc",
        {{"DELETE /api/2.0/mlflow/unity-catalog/registered-models/alias",
          R"({"alias":"champion","name":"churn"})"}});
}

void TestChangePreview::lines() {
    QFETCH(Change, change);
    QFETCH(QString, kind);
    QFETCH(QString, location);
    QFETCH(Lines, expected);
    QVERIFY(session::changePreview(change, kind.toStdString(), location.toStdString()) == expected);
}

void TestChangePreview::unknownKindsSayNothing() {
    QVERIFY(session::changePreview(promotion(), "archive", "/lab").empty());
}

QTEST_GUILESS_MAIN(TestChangePreview)
#include "tst_changepreview.moc"
