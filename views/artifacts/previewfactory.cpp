// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/archivepreview.h"
#include "views/artifacts/documentpreview.h"
#include "views/artifacts/imagepreview.h"
#include "views/artifacts/markdownpreview.h"
#include "views/artifacts/outsidepreview.h"
#include "views/artifacts/pdfpreview.h"
#include "views/artifacts/preview.h"
#include "views/artifacts/reportpreview.h"
#include "views/artifacts/tablepreview.h"
#include "views/artifacts/textpreview.h"
#include "views/artifacts/treepreview.h"

namespace podium::views {

using artifacts::Kind;
using base::Error;

namespace {

template <typename Shown>
Preview* make(jobs::JobEngine& engine, QWidget* parent) {
    return new Shown(engine, parent);
}

template <ReportPreview::Maker maker>
Preview* report(jobs::JobEngine& engine, QWidget* parent) {
    return new ReportPreview(maker, engine, parent);
}

template <DocumentPreview::Maker maker>
Preview* document(jobs::JobEngine& engine, QWidget* parent) {
    return new DocumentPreview(maker, engine, parent);
}

}  // namespace

void PreviewFactory::add(Kind kind, Creator creator) {
    m_creators[static_cast<std::size_t>(kind)] = std::move(creator);
}

bool PreviewFactory::has(Kind kind) const {
    return static_cast<bool>(m_creators[static_cast<std::size_t>(kind)]);
}

Preview* PreviewFactory::create(Kind kind, jobs::JobEngine& engine, QWidget* parent) const {
    if (has(kind))
        return m_creators[static_cast<std::size_t>(kind)](engine, parent);
    return createSource(kind, engine, parent);
}

Preview* PreviewFactory::createSource(Kind, jobs::JobEngine& engine, QWidget* parent) const {
    return new TextPreview(engine, parent);
}

PreviewFactory PreviewFactory::standard() {
    PreviewFactory factory;
    factory.add(Kind::Markdown, make<MarkdownPreview>);
    factory.add(Kind::Html, document<layOutHtml>);
    factory.add(Kind::Notebook, document<layOutNotebook>);
    factory.add(Kind::Pdf, make<PdfPreview>);
    for (const Kind kind : {Kind::Json, Kind::JsonLines, Kind::Yaml})
        factory.add(kind, make<TreePreview>);
    for (const Kind kind : {Kind::Csv, Kind::Tsv})
        factory.add(kind, make<TablePreview>);
    for (const Kind kind :
         {Kind::Png, Kind::Jpeg, Kind::Gif, Kind::Webp, Kind::Bmp, Kind::Tiff, Kind::Svg})
        factory.add(kind, make<ImagePreview>);
    for (const Kind kind : {Kind::Archive, Kind::Compressed})
        factory.add(kind, make<ArchivePreview>);
    for (const Kind kind : {Kind::Audio, Kind::Video})
        factory.add(kind, make<OutsidePreview>);
    for (const Kind kind : {Kind::Safetensors, Kind::Onnx, Kind::Hdf5})
        factory.add(kind, report<reportLayers>);
    for (const Kind kind : {Kind::Environment, Kind::Requirements})
        factory.add(kind, report<reportEnvironment>);
    factory.add(Kind::NumPy, report<reportArray>);
    factory.add(Kind::NumPyArchive, report<reportArrays>);
    factory.add(Kind::Pickle, report<reportPickle>);
    factory.add(Kind::MLmodel, report<reportModel>);
    factory.add(Kind::Project, report<reportProject>);
    factory.add(Kind::JsonTable, report<reportJsonTable>);
    factory.add(Kind::GeoJson, report<reportMap>);
    factory.add(Kind::Database, report<reportDatabase>);
    return factory;
}

Error withPath(Error error, const QString& path) {
    if (!error.args.empty() && error.args.front().empty())
        error.args.front() = path.toStdString();
    return error;
}

}  // namespace podium::views
