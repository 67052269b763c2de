package org.aftercare.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A customer's answer to a question that the case's process asked.
 *
 * @param question which one
 * @param answer a code that the case's {@code openQuestions} lists
 * @param text what they add in their own words, or {@code null}
 */
record CustomerAnswer(
    @NotNull CustomerQuestion question,
    @NotBlank @Size(max = 40) String answer,
    @Size(max = CaseCommands.LONGEST_TEXT) String text) {}
