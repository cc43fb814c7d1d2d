// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/folderview.h"

#include "artifacts/open.h"
#include "views/artifacts/imagedecode.h"
#include "views/artifacts/imageview.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace podium::views {

using base::Result;

namespace {

constexpr std::size_t MostEntries = 50'000;
constexpr std::size_t ThumbnailsAtOnce = 8;

std::string join(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + '/' + name;
}

bool endsLikePicture(const std::string& name) {
    const std::string lower = QString::fromStdString(name).toLower().toStdString();
    return std::ranges::any_of(
        std::array{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg"},
        [&](const char* ending) { return lower.ends_with(ending); });
}

/// A picture of a folder on this machine; null where it is none.
QImage decode(const std::filesystem::path& root, const std::string& raw, int side,
              const std::stop_token& stop) {
    PreviewItem item;
    item.root = root;
    item.raw = raw;
    const auto file = artifacts::File::open(root, raw);
    if (!file.ok())
        return {};
    const auto head = file.value()->read(0, artifacts::RecogniseBytes);
    if (!head.ok())
        return {};
    item.kind = artifacts::recognise(head.value(), raw, file.value()->size());
    if (!artifacts::isRasterImage(item.kind) && item.kind != artifacts::Kind::Svg)
        return {};
    const auto decoded = decodeImage(item, stop);
    if (!decoded.ok())
        return {};
    const QImage& image = decoded.value().image;
    const bool large = side > 0 && std::max(image.width(), image.height()) > side;
    return large ? image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image;
}

}  // namespace

FolderView::FolderView(jobs::JobEngine& engine, QWidget* parent)
    : QWidget(parent),
      m_reading(engine, this),
      m_thumbnails(engine, this),
      m_decoding(engine, this),
      m_about(new QLabel(this)),
      m_steps(new QWidget(this)),
      m_keys(new QComboBox(m_steps)),
      m_slider(new QSlider(Qt::Horizontal, m_steps)),
      m_step(new QLabel(m_steps)),
      m_picture(new ImageView(m_steps)),
      m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("folderView"));
    m_about->setObjectName(QStringLiteral("folderAbout"));
    m_about->setTextFormat(Qt::PlainText);
    m_about->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    m_keys->setObjectName(QStringLiteral("folderSeries"));
    m_keys->setAccessibleName(tr("Series of pictures"));
    m_slider->setObjectName(QStringLiteral("folderStep"));
    m_slider->setAccessibleName(tr("Step of the series"));
    m_slider->setPageStep(1);
    m_step->setObjectName(QStringLiteral("folderStepAbout"));
    m_step->setMinimumWidth(
        m_step->fontMetrics().horizontalAdvance(QStringLiteral("step 000000 · 00 of 00")));
    m_picture->setAccessibleName(tr("Picture of the step"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::Group, 0, metrics::Group, metrics::Gap);
    row->addWidget(m_keys);
    row->addWidget(m_slider, 1);
    row->addWidget(m_step);
    auto* steps = new QVBoxLayout(m_steps);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    steps->addLayout(row);
    steps->addWidget(m_picture, 1);
    m_list->setObjectName(QStringLiteral("folderThumbnails"));
    m_list->setAccessibleName(tr("Pictures in the folder"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize(QSize(ThumbnailSide, ThumbnailSide));
    m_list->setGridSize(QSize(ThumbnailSide + 2 * metrics::Group,
                              ThumbnailSide + fontMetrics().height() + 2 * metrics::Group));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_about);
    box->addWidget(m_steps, 1);
    box->addWidget(m_list, 1);
    box->addStretch(0);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT fileRequested(item->data(Qt::UserRole).toString());
    });
    connect(m_keys, &QComboBox::currentIndexChanged, this, &FolderView::showSeries);
    connect(m_slider, &QSlider::valueChanged, this, &FolderView::showStep);
    clear();
}

void FolderView::clear() {
    m_reading.cancel();
    m_thumbnails.cancel();
    m_decoding.cancel();
    m_contents.reset();
    m_about->clear();
    m_list->clear();
    m_list->hide();
    m_steps->hide();
}

void FolderView::setFolder(std::shared_ptr<artifacts::ArtifactSource> source,
                           const std::string& raw) {
    clear();
    m_source = std::move(source);
    m_folder = raw;
    if (!m_source || m_source->isRemote())
        return;
    m_reading.start(
        [root = m_source->root(), folder = raw](
            std::stop_token stop, base::Progress&) -> Result<std::shared_ptr<Contents>> {
            using Made = std::shared_ptr<Contents>;
            auto contents = std::make_shared<Contents>();
            artifacts::ListBounds bounds;
            bounds.entries = MostEntries;
            const auto direct = artifacts::list(root, folder, bounds, stop);
            PODIUM_TRY(Made, direct);
            std::vector<std::string> names;
            for (const artifacts::Entry& entry : direct.value().entries) {
                if (entry.isFolder || entry.problem)
                    continue;
                names.push_back(entry.raw.substr(entry.raw.rfind('/') + 1));
                const auto stepped = artifacts::readSteppedName(names.back());
                if (endsLikePicture(names.back()) && !(stepped && stepped->compressed))
                    contents->pictures.push_back(entry);
            }
            contents->series = artifacts::imageSeries(names);
            const auto all =
                artifacts::listAll(folder.empty() ? root : root / folder, bounds, stop);
            PODIUM_TRY(Made, all);
            contents->more = all.value().truncated;
            for (const artifacts::Entry& entry : all.value().entries) {
                contents->files += entry.isFolder || entry.problem ? 0 : 1;
                contents->bytes += entry.problem ? 0 : entry.size;
            }
            return contents;
        },
        [this](Result<std::shared_ptr<Contents>> contents) {
            if (contents.failed()) {
                m_about->setText(describe(contents.error()));
                return;
            }
            m_contents = contents.value();
            show(*m_contents);
        });
}

void FolderView::show(const Contents& contents) {
    const QString words =
        contents.more
            ? tr("more than %1 · %2").arg(fileCount(contents.files), bytes(contents.bytes))
            : fileCount(contents.files) + QStringLiteral(" · ") + bytes(contents.bytes);
    m_about->setText(words);
    Q_EMIT counted(words);
    if (!contents.series.empty()) {
        const QSignalBlocker quiet(m_keys);
        m_keys->clear();
        for (const auto& [key, images] : contents.series)
            m_keys->addItem(oneLine(key), QString::fromStdString(key));
        m_steps->show();
        showSeries();
    }
    const auto shown = std::min<std::size_t>(contents.pictures.size(), MostThumbnails);
    for (std::size_t i = 0; i < shown; ++i) {
        const artifacts::Entry& entry = contents.pictures[i];
        auto* item = new QListWidgetItem(oneLine(entry.name), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(entry.path));
        item->setToolTip(oneLine(entry.name));
        item->setIcon(icon(u"image"));
    }
    if (shown > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(shown > 0 && contents.series.empty());
    if (m_list->isVisibleTo(this))
        loadThumbnails(0);
}

void FolderView::loadThumbnails(std::size_t from) {
    using Images = std::vector<std::pair<std::size_t, QImage>>;
    const std::size_t end = std::min({from + ThumbnailsAtOnce, m_contents->pictures.size(),
                                      static_cast<std::size_t>(MostThumbnails)});
    if (from >= end)
        return;
    m_thumbnails.start(
        [root = m_source->root(), contents = m_contents, from, end](
            std::stop_token stop, base::Progress&) -> Result<Images> {
            Images images;
            for (std::size_t i = from; i < end && !stop.stop_requested(); ++i)
                images.emplace_back(i,
                                    decode(root, contents->pictures[i].raw, ThumbnailSide, stop));
            return images;
        },
        [this, end](const Result<Images>& images) {
            if (!images.ok() || !m_contents)
                return;
            for (const auto& [place, image] : images.value()) {
                if (QListWidgetItem* item = m_list->item(static_cast<int>(place));
                    item && !image.isNull())
                    item->setIcon(QIcon(QPixmap::fromImage(image)));
            }
            loadThumbnails(end);
        });
}

void FolderView::showSeries() {
    const auto& images = m_contents->series.at(m_keys->currentData().toString().toStdString());
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, static_cast<int>(images.size()) - 1);
        m_slider->setValue(m_slider->maximum());
    }
    showStep(m_slider->value());
}

void FolderView::showStep(int place) {
    const auto& images = m_contents->series.at(m_keys->currentData().toString().toStdString());
    if (place < 0 || static_cast<std::size_t>(place) >= images.size())
        return;
    const artifacts::SteppedImage& image = images[static_cast<std::size_t>(place)];
    m_step->setText(tr("step %1 · %2 of %3")
                        .arg(QString::number(image.step), count(place + 1),
                             count(static_cast<qint64>(images.size()))));
    m_decoding.start([root = m_source->root(), raw = join(m_folder, image.name)](
                         std::stop_token stop,
                         base::Progress&) -> Result<QImage> { return decode(root, raw, 0, stop); },
                     [this](const Result<QImage>& decoded) {
                         if (decoded.ok() && !decoded.value().isNull())
                             m_picture->setImage(decoded.value(), decoded.value().size());
                     });
}

}  // namespace podium::views
