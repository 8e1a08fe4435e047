import { Component } from 'react'
import type { ReactNode } from 'react'
import { faultOf } from '../lib/fault.ts'
import { shellWords } from '../locales/shell.ts'
import { FailedState } from '../ui/states.tsx'

interface FaultBoundaryProps {
  title: string
  children: ReactNode
  zone?: string
  /** A new value (the address of the screen) forgets the fault. */
  place?: string
}

/** A screen that breaks while it is drawn: the frame around it goes on, and the fault gets a code. React wants a class. */
export class FaultBoundary extends Component<
  FaultBoundaryProps,
  { error: unknown; place: string | undefined }
> {
  override state = { error: undefined as unknown, place: this.props.place }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('a screen threw nothing') }
  }

  static getDerivedStateFromProps(props: FaultBoundaryProps, state: { place: string | undefined }) {
    return props.place === state.place ? null : { error: undefined, place: props.place }
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
