// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/reviewpack.h"
#include "samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace podium;
using namespace podium::registry;
using namespace podium::tests;

class TestReviewPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAllOfTheDecision();
    void everythingIsEscaped();
    void loadsAndRunsNothing();
    void directionAndLanguage();
    void saysWhatIsNotKnown();
    void jsonIsWhole();
};

namespace {

/// Hostile in every place that comes from a store.
const std::string Evil = "<script>alert('x')</script>\"'&<img src=http://evil/x onerror=y>";

PackWords words() {
    PackWords made;
    made.text = [](PackWords::Text text) {
        return text == PackWords::Text::SameCount ? std::string("%1 same")
                                                  : "w" + std::to_string(static_cast<int>(text));
    };
    made.time = [](base::Millis at) { return "t" + std::to_string(at); };
    made.number = [](double value) { return std::to_string(value); };
    made.state = [](RequestState, Staleness) { return std::string("the state"); };
    made.action = [](Action action) { return std::string(actionName(action)); };
    made.target = [](const Target& target) { return target.name; };
    made.gap = [](Gap gap) { return "gap" + std::to_string(static_cast<int>(gap)); };
    made.gateOutcome = [](const GateResult& gate) {
        return std::string(outcomeName(gate.outcome));
    };
    made.gateValues = [](const GateResult& gate) {
        return gate.values.empty() ? std::string() : gate.values.front().text.value_or("-");
    };
    made.signature = [](const SignatureChange& change) { return change.column; };
    made.file = [](FileChange::Kind kind) { return "f" + std::to_string(static_cast<int>(kind)); };
    return made;
}

Review review(const std::string& text = "plain") {
    Review made;
    made.source = "/lab " + text;
    made.request = requestsOf(fraudModel(),
                              fraudVersions({{AskedKey, AskedValue}, {ApprovedKey, ApprovedValue}}))
                       .front();
    made.request.comment = text;
    VersionFacts now;
    now.version = version(7, "Staging", {{"note", text}});
    now.runGap = now.signatureGap = now.packagesGap = now.filesGap = Gap::None;
    now.metrics = {metric("auc", 0.75), metric(text, 1), metric("same", 2)};
    now.params = {{text, text}};
    now.signature.inputs = {{text, "double"}};
    now.files = {{text, 5, "aa"}};
    VersionFacts before = now;
    before.version = version(5, "Production");
    before.metrics = {metric("auc", 0.5), metric("same", 2)};
    before.params = {};
    before.files = {};
    before.signature.inputs = {{"b", "double"}};
    made.evidence = compare(now, &before);
    made.gates = {judgeGate({"candidate.metrics.auc > 0.7"}, now, &before),
                  judgeGate({"candidate.tags.note = '" + text + "'"}, now, &before)};
    AuditLine line;
    line.record = {1, AskedAt, "/lab", "{}", "", "auditline-hash"};
    line.who = text;
    line.what = "version-stage";
    line.to = text;
    made.audit = {line};
    made.auditCheck.lines = 1;
    made.madeBy = text;
    made.madeAt = AskedAt;
    return made;
}

std::string pack(const Review& of) {
    return reviewPack(of, words(), "de", false);
}

/// Texts of the document, and its elements and attributes; empty with a fault.
struct Read {
    QString text;
    QStringList elements;
    QStringList attributes;
};

Read read(const std::string& html) {
    QString xml = QString::fromStdString(html);
    // The only tags that XML would want closed.
    xml.replace(QRegularExpression(QStringLiteral("<meta ([^>]*)>")),
                QStringLiteral("<meta \\1/>"));
    QXmlStreamReader reader(xml);
    Read found;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            found.elements << reader.name().toString();
            for (const QXmlStreamAttribute& attribute : reader.attributes())
                found.attributes << attribute.name().toString();
        }
        if (reader.isCharacters())
            found.text += reader.text();
    }
    if (reader.hasError())
        qWarning("%s", qPrintable(reader.errorString()));
    return reader.hasError() ? Read{} : found;
}

}  // namespace

void TestReviewPack::hasAllOfTheDecision() {
    const QString text = read(pack(review())).text;
    QVERIFY(!text.isEmpty());
    for (const char* part :
         {"fraud 7", "Production", "ana", "the state", "0.750000", "+0.250000", "plain",
          "candidate.metrics.auc > 0.7", "pass", "Fine.", "approve", "auditline-hash", "1 same"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    // Hashes as sha256sum and Python compute them.
    QVERIFY(text.contains(QString::fromStdString(AskedHash)));
    QVERIFY(text.contains(QString::fromStdString(ApprovedHash)));
}

void TestReviewPack::everythingIsEscaped() {
    const Read harmless = read(pack(review()));
    const Read hostile = read(pack(review(Evil)));
    QVERIFY(!hostile.text.isEmpty());
    QCOMPARE(hostile.elements, harmless.elements);
    QCOMPARE(hostile.attributes, harmless.attributes);
    // It is there as text: in the comment, keys and values of evidence, gates, audit ...
    QVERIFY(hostile.text.count(QString::fromStdString(Evil)) >= 10);
    const std::string controls = pack(review(std::string("a\0b\x1b[31m\xff", 9)));
    QVERIFY(controls.find('\0') == std::string::npos);
    QVERIFY(controls.find('\x1b') == std::string::npos);
    QVERIFY(!read(controls).text.isEmpty());
}

void TestReviewPack::loadsAndRunsNothing() {
    const std::string html = pack(review(Evil));
    const Read found = read(html);
    for (const char* element : {"script", "img", "link", "iframe", "object", "a", "form", "svg"})
        QVERIFY2(!found.elements.contains(QLatin1String(element)), element);
    for (const char* attribute : {"src", "href", "onerror", "onclick", "style"})
        QVERIFY2(!found.attributes.contains(QLatin1String(attribute)), attribute);
    QVERIFY(html.find("default-src 'none'") != std::string::npos);
    QVERIFY(html.find("url(") == std::string::npos);
    QVERIFY(html.find("@import") == std::string::npos);
    QVERIFY(html.find("@media print") != std::string::npos);
    QVERIFY(html.find("prefers-color-scheme:dark") != std::string::npos);
}

void TestReviewPack::directionAndLanguage() {
    QVERIFY(reviewPack(review(), words(), "ar", true).find("<html lang=\"ar\" dir=\"rtl\">") !=
            std::string::npos);
    QVERIFY(pack(review()).find("<html lang=\"de\" dir=\"ltr\">") != std::string::npos);
}

void TestReviewPack::saysWhatIsNotKnown() {
    Review first = review();
    VersionFacts now;
    now.version = version(7, "Staging");
    now.runGap = Gap::RunNotRead;
    now.filesGap = Gap::FilesNotHere;
    first.evidence = compare(now, nullptr);
    first.request.chain.state = Chain::State::Broken;
    first.auditCheck.broken = {1};
    const QString text = read(pack(first)).text;
    const auto gap = [](Gap which) { return QStringLiteral("gap%1").arg(static_cast<int>(which)); };
    QVERIFY(text.contains(gap(Gap::RunNotRead)));
    QVERIFY(text.contains(gap(Gap::FilesNotHere)));
    QVERIFY(text.contains(gap(Gap::NoIncumbent)));
    const auto said = [](PackWords::Text which) {
        return QStringLiteral("w%1").arg(static_cast<int>(which));
    };
    QVERIFY(text.contains(said(PackWords::Text::ChainBroken)));
    QVERIFY(text.contains(said(PackWords::Text::AuditBroken)));
    // Where nothing is known nothing is said to be the same.
    QVERIFY(!text.contains(said(PackWords::Text::NothingDiffers)));
}

void TestReviewPack::jsonIsWhole() {
    Review one = review(Evil);
    one.evidence.metrics.entries.front().candidate = std::numeric_limits<double>::quiet_NaN();
    QJsonParseError error;
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(reviewJson(one)), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json[QStringLiteral("model")].toString(), QStringLiteral("fraud"));
    QCOMPARE(json[QStringLiteral("state")].toString(), QStringLiteral("approved"));
    const QJsonObject evidence = json[QStringLiteral("evidence")].toObject();
    QCOMPARE(evidence[QStringLiteral("incumbent")].toInt(), 5);
    QVERIFY(QByteArray::fromStdString(reviewJson(one)).contains("\"NaN\""));
}

QTEST_GUILESS_MAIN(TestReviewPack)
#include "tst_reviewpack.moc"
