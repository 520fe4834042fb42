#pragma once

#include "sheet/layout.hpp"
#include "sheet/request.hpp"

namespace ntmap::sheet {

/// Lays the legend out by itself, for reports and slides: the page is as high as the legend needs and about a
/// fifth of `request.page` wide, nothing else is on it. Of the request, classes, legend options and note,
/// language and page count; polygons may be null.
/// Throws Error{usage} when the request has no classes.
Layout legend_layout(const SheetRequest& request);

}  // namespace ntmap::sheet
