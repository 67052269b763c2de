package org.aftercare.registration;

import org.aftercare.testing.EngineWithCases;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The engine with all models and the whole of registration but its API. No stereotype, so that no
 * other test's component scan picks it up.
 */
@Import(EngineWithCases.class)
@ComponentScan(
    basePackageClasses = ProductRegistration.class,
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|RegistrationProcess|RegistrationFlow|RegistrationFacts"
                    + "|ProductRegistrations|LegalGuarantee|JdbcRegistrations|\\w+Vocabulary)"))
class RegistrationTestApplication {}
