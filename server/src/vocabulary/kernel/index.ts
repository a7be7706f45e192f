export { isJoinerAt, lookUp } from './known';
export { edgeHash } from './longest';
export * from './memory';
export { FAR_FROM, FAR_LETTERS, LEAST_FAR, LEAST_NEAR, sideHash, sideLength } from './near';
export { findCount, finds, least, nearAt, seek } from './seek';
export { joinSkeletons, skeletonOf } from './skeleton';
export * from './tables';
export { BEHIND, decode, read } from './words';
