package org.aftercare.cases;

import java.util.List;
import org.aftercare.notifications.FactType;

/** What a flow shows of its cases to staff, beside what every case has. */
public interface CaseFacts {

  /** The flow's name as its cases carry it, for example {@code warranty-claim}. */
  String flow();

  /** In the order in which they are shown; facts that are not known are left out. */
  List<Fact> of(String caseNumber);

  /**
   * @param label a message bundle key such as {@code warranty.fact.serial-number}
   * @param type what the value is, for its reader's language to write it
   * @param value written as its type wants it; the bundles put a code into words under {@code
   *     <label>.<code>}. May be personal data
   */
  record Fact(String label, FactType type, String value) {}
}
