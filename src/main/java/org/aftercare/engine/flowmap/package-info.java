/**
 * The map: for each flow its charts, who takes part in it, and the data that its steps read and
 * write, read from the deployed models and from what the code says of data.
 */
@NamedInterface("flow-map")
package org.aftercare.engine.flowmap;

import org.springframework.modulith.NamedInterface;
