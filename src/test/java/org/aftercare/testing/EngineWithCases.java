package org.aftercare.testing;

import org.aftercare.cases.CaseClock;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** {@link EngineOnly} and what every case's models call: their clock, notices and hand-over. */
@Import(EngineOnly.class)
@ComponentScan(
    basePackageClasses = CaseClock.class,
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|CaseClock|CaseNotices|CaseFlows|HandOver|CasesConfiguration"
                    + "|\\w+Vocabulary)"))
public class EngineWithCases {}
