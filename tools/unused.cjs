// Stands in for packages that the bundles import and never use (build.mjs).
module.exports = {};
