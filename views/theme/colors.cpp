// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/colors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace podium::views {

namespace {

QColor rgb(unsigned value) {
    return QColor::fromRgb(static_cast<QRgb>(value));
}

Colors makeLight() {
    Colors c;
    c.window = rgb(0xf4f5f7);
    c.panel = rgb(0xffffff);
    c.field = rgb(0xffffff);
    c.line = rgb(0xdfe2e7);
    c.text = rgb(0x1d2127);
    c.dim = rgb(0x6a717c);
    c.accent = rgb(0x2f62d0);
    c.accentText = rgb(0xffffff);
    c.selection = rgb(0xdce7fb);
    c.hover = rgb(0xf0f2f6);
    c.ok = rgb(0x1f8a5b);
    c.warn = rgb(0xa86a00);
    c.bad = rgb(0xc62f2f);
    c.badText = rgb(0xffffff);
    c.rowLine = rgb(0xeef0f3);
    c.scroller = rgb(0xbcc1ca);
    c.dark = false;
    return c;
}

Colors makeDark() {
    Colors c;
    c.window = rgb(0x1b1d21);
    c.panel = rgb(0x212429);
    c.field = rgb(0x17191c);
    c.line = rgb(0x33373f);
    c.text = rgb(0xe4e6ea);
    c.dim = rgb(0x9aa1ab);
    c.accent = rgb(0x6ea0ff);
    c.accentText = rgb(0x0f1830);
    c.selection = rgb(0x2b3a57);
    c.hover = rgb(0x2a2e35);
    c.ok = rgb(0x4cc38a);
    c.warn = rgb(0xf0b429);
    c.bad = rgb(0xff6b6b);
    c.badText = rgb(0x2a0b0b);
    c.rowLine = rgb(0x292d33);
    c.scroller = rgb(0x4a505a);
    c.dark = true;
    return c;
}

// Blue, orange, green, magenta, red, cyan, olive, violet, ochre, teal, rose, lime.
constexpr std::array<unsigned, SeriesColorCount> LightSeries = {
    0x566be8, 0x925500, 0x0e8c68, 0x913990, 0x8b2339, 0x279dc5,
    0xa88e10, 0x7b66b9, 0xaa6f23, 0x01a596, 0xa92461, 0x66a15e};
constexpr std::array<unsigned, SeriesColorCount> DarkSeries = {
    0x7f93fe, 0xbc7303, 0x5cfb97, 0xd148a8, 0xee9099, 0x10d2f3,
    0xaea245, 0x9364ef, 0xe5b95b, 0x72f0df, 0xd16170, 0xcbe832};

double luminance(const QColor& color) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

}  // namespace

const Colors& colors(Scheme scheme) {
    static const Colors Light = makeLight();
    static const Colors Dark = makeDark();
    return scheme == Scheme::Dark ? Dark : Light;
}

Scheme schemeOf(const QPalette& palette) {
    const int window = palette.color(QPalette::Active, QPalette::Window).lightness();
    const int text = palette.color(QPalette::Active, QPalette::WindowText).lightness();
    return window < text ? Scheme::Dark : Scheme::Light;
}

const Colors& colors(const QPalette& palette) {
    // Asked for by every cell that is painted, mostly with one palette.
    thread_local qint64 known = -1;
    thread_local const Colors* found = nullptr;
    if (found == nullptr || palette.cacheKey() != known) {
        known = palette.cacheKey();
        found = &colors(schemeOf(palette));
    }
    return *found;
}

QPalette palette(Scheme scheme) {
    const Colors& c = colors(scheme);
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& color) {
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
            p.setColor(group, role, color);
    };
    set(QPalette::Window, c.window);
    set(QPalette::Base, c.panel);
    set(QPalette::AlternateBase, blend(c.panel, c.window, 0.6));
    set(QPalette::Button, c.field);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText}) {
        set(role, c.text);
    }
    set(QPalette::PlaceholderText, c.dim);
    set(QPalette::BrightText, c.bad);
    set(QPalette::Highlight, c.selection);
    set(QPalette::Link, c.accent);
    set(QPalette::LinkVisited, c.accent);
    set(QPalette::ToolTipBase, c.dark ? blend(c.panel, c.text, 0.06) : c.panel);
    set(QPalette::Light, c.panel);
    set(QPalette::Midlight, c.rowLine);
    set(QPalette::Mid, c.line);
    set(QPalette::Dark, c.line);
    set(QPalette::Shadow, c.dark ? c.field : c.scroller);
    const QColor off = blend(c.panel, c.dim, 0.65);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText}) {
        p.setColor(QPalette::Disabled, role, off);
    }
    return p;
}

QColor seriesColor(int slot, Scheme scheme) {
    const int wrapped = ((slot % SeriesColorCount) + SeriesColorCount) % SeriesColorCount;
    const auto index = static_cast<std::size_t>(wrapped);
    return rgb(scheme == Scheme::Dark ? DarkSeries[index] : LightSeries[index]);
}

QColor seriesColor(int slot, const QPalette& palette) {
    return seriesColor(slot, schemeOf(palette));
}

int seriesSlot(QByteArrayView runId) {
    std::uint32_t hash = 2166136261U;  // FNV-1a: the same on every machine and at every start
    for (const char byte : runId)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return static_cast<int>(hash % static_cast<std::uint32_t>(SeriesColorCount));
}

QColor blend(const QColor& under, const QColor& over, double opacity) {
    const auto mix = [opacity](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * opacity));
    };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()),
            mix(under.blue(), over.blue())};
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

}  // namespace podium::views
