#pragma once

namespace CLI {
class Validator;
}  // namespace CLI

namespace ntmap::cli {

/// For options that take a number, beside the check of its range: no comparison refuses "nan".
CLI::Validator number_check();

}  // namespace ntmap::cli
