package org.aftercare.engine.contract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings for people: how many of each nature, then each in a line. */
final class FindingsReport {

  private FindingsReport() {}

  static String of(List<Finding> findings) {
    return Stream.concat(
            Stream.of(summary(findings) + "."), findings.stream().map(Finding::describe))
        .collect(Collectors.joining("\n"));
  }

  /** Such as {@code 3 places are wrong: the engine refuses 1, house rules forbid 2}. */
  static String summary(List<Finding> findings) {
    long refused =
        findings.stream().filter(finding -> finding.nature() == Finding.Nature.ENGINE).count();
    return "%d places are wrong: the engine refuses %d, house rules forbid %d"
        .formatted(findings.size(), refused, findings.size() - refused);
  }
}
