package org.aftercare.cases;

import jakarta.validation.constraints.Size;

/**
 * A customer wants to talk to a person.
 *
 * @param text what it is about, in their own words, or {@code null}
 */
record HumanRequest(@Size(max = CaseCommands.LONGEST_TEXT) String text) {}
