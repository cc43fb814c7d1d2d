// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/awscredentials.h"
#include "http/client.h"
#include "http/databricks.h"
#include "http/oauth.h"
#include "http/sigv4.h"
