// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartsource.h"

// The class has no code of its own; this file gives it a place for its meta object.
