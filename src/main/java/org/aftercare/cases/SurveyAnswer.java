package org.aftercare.cases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a customer says of a closed case.
 *
 * @param competence 1 (poor) to 5 (excellent)
 * @param treatment 1 to 5
 * @param addedValue 1 to 5
 * @param solved whether the matter is solved
 * @param comment in their own words, or {@code null}
 */
record SurveyAnswer(
    @NotNull @Min(1) @Max(5) Integer competence,
    @NotNull @Min(1) @Max(5) Integer treatment,
    @NotNull @Min(1) @Max(5) Integer addedValue,
    @NotNull Boolean solved,
    @Size(max = CaseCommands.LONGEST_TEXT) String comment) {}
