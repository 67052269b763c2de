/**
 * The model contract: what every model must keep to so that it fits the code, runs safely and can
 * be read. One class per rule; the same check runs in a test and when anyone deploys a model.
 */
package org.aftercare.engine.contract;
