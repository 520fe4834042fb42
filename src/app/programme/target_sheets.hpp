#pragma once

#include "app/programme/evaluation.hpp"
#include "app/programme/sheet_table.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// Every target with what it asks for, what is reached, and its pace.
SheetTable target_sheet(const EvaluationReport& report, base::Lang lang);

/// What documents say of this place beside what the figures give.
SheetTable stated_sheet(const EvaluationReport& report, base::Lang lang);

}  // namespace ntmap::app
