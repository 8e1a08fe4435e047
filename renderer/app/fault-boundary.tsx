import { Component } from 'react'
import type { ErrorInfo, ReactNode } from 'react'
import { faultOf } from '../lib/fault.ts'
import { reportFault } from '../lib/fault-report.ts'
import { shellWords } from '../locales/shell.ts'
import { FailedState } from '../ui/states.tsx'

interface FaultBoundaryProps {
  title: string
  children: ReactNode
  zone?: string
  /** A new value (the address of the screen) forgets the fault. */
  place?: string
}

/** Something that can carry a code, whatever was thrown. */
const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/** A screen that breaks while it is drawn: the frame around it goes on, and the fault gets a code. React wants a class. */
export class FaultBoundary extends Component<
  FaultBoundaryProps,
  { error: unknown; place: string | undefined }
> {
  override state = { error: undefined as unknown, place: this.props.place }

  static getDerivedStateFromError(error: unknown) {
    return { error: asError(error) }
  }

  static getDerivedStateFromProps(props: FaultBoundaryProps, state: { place: string | undefined }) {
    return props.place === state.place ? null : { error: undefined, place: props.place }
  }

  override componentDidCatch(_error: unknown, { componentStack }: ErrorInfo) {
    reportFault(this.state.error, 'screen', componentStack?.trim() ?? '')
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    const fault = faultOf(this.state.error, this.props.zone)
    return (
      <FailedState
        title={this.props.title}
        reference={fault}
        onRetry={() => this.setState({ error: undefined })}
      >
        {shellWords.screenFailedAction}
      </FailedState>
    )
  }
}
