package org.aftercare.outage;

import org.aftercare.testing.EngineOnly;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The engine with all models and every delegate of outages. No stereotype, so that no other test's
 * component scan picks it up.
 */
@Import(EngineOnly.class)
@ComponentScan(
    basePackageClasses = Outage.class,
    useDefaultFilters = false,
    includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.\\w+Delegate"))
class OutageTestApplication {}
