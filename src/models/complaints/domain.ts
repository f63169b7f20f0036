// The complaints model as the command line, the fixtures and the proofs take it.
// Promise: everything it decides is an answer or a date.
import { plainDomain } from '../../domain/plain.js'
import { writeComplaint } from './decide.js'
import { complaints } from './model.js'

export const complaintsDomain = plainDomain({ model: complaints, write: writeComplaint, claim: ['kind'] })
