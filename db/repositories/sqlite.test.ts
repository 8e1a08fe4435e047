import { describeRepositories } from '../testing/repository-contracts.ts'

describeRepositories('sqlite')
