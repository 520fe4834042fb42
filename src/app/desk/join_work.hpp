#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data/join_plan.hpp"
#include "app/desk/job_runner.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// The work behind "boundaries + table": reads both files and joins them in jobs, anew whenever the plan or a
/// file on the disk has changed. Lives on the main thread.
class JoinWork {
 public:
  /// `wake` as for JobRunner.
  explicit JoinWork(std::function<void()> wake);

  /// What is to be joined, to be changed at will: refresh() follows.
  JoinPlan plan;

  /// Begins with the boundaries and the table among these files; what was decided before is gone.
  void start(const std::vector<std::string>& paths);
  /// Takes what there is among these files in place of what was chosen, and keeps the rest; where they are
  /// neither boundaries nor a table failure() says so.
  void add(const std::vector<std::string>& paths);
  /// Takes in finished work and begins what the plan still needs. Call it for every frame.
  void refresh();
  /// Takes in finished work only: nobody looks at the result for now.
  void poll() { m_jobs.poll(); }
  /// Reads files again that have changed on the disk since they were read, and says so by changed().
  void look_at_files();
  /// Stops all work. What was not finished is begun again by the next refresh().
  void cancel();

  bool busy() const { return m_jobs.busy(); }
  std::vector<JobRunner::Status> work() const { return m_jobs.status(); }
  /// Null until the files that are chosen so far are read; what cannot be read is empty.
  const std::shared_ptr<const JoinPreview>& preview() const { return m_preview; }
  /// Nothing until they are joined; also where they cannot be.
  const std::optional<JoinLists>& lists() const { return m_lists; }
  /// Why a file has no preview, or there are no lists.
  const std::optional<base::Error>& failure() const { return m_failure; }
  /// What the person has to do next; empty where it is all there.
  base::Text next_step() const;
  /// Counts the lists that were made.
  std::size_t revision() const { return m_revision; }
  /// Counts the times that files were read, because others were chosen or they changed.
  std::size_t readings() const { return m_readings; }
  /// The files that changed on the disk and were read again; empty where none did.
  const base::Text& changed() const { return m_changed; }

 private:
  void read();
  bool can_join() const;
  void join();

  JoinPlan m_read;                // what m_preview was read for
  JoinPlan m_joined;              // what m_lists were made for
  std::string m_boundaries_mark;  // of the files when they were read
  std::string m_table_mark;
  base::Text m_changed;
  std::shared_ptr<const JoinPreview> m_preview;
  std::optional<JoinLists> m_lists;
  std::optional<base::Error> m_failure;
  std::size_t m_revision = 0;
  std::size_t m_readings = 0;
  JobRunner m_jobs;  // last: its threads end before the rest goes
};

}  // namespace ntmap::app
