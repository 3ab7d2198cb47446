'use client'

import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'

type TabsProps<Id extends string> = {
  label: string
  tabs: { id: Id; label: string }[]
  selected: Id
  /** The panel of the selected tab is shown. */
  isExpanded: boolean
  /** Also called when the selected tab is pressed. */
  onSelect: (id: Id) => void
  children: ReactNode
}

/** Tabs with one panel: a column, or on phones a bar at the lower edge with the panel above it. */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, tabs, selected, isExpanded, onSelect, children } = props
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as Id)}
      keyboardActivation="manual"
      className="flex min-h-0 flex-col-reverse lg:flex-col"
    >
      <TabList
        aria-label={label}
        className="grid auto-cols-fr grid-flow-col border-rule lg:border-b"
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className={`flex min-h-12 cursor-pointer items-center justify-center border-t-[3px] px-1 text-center text-16 lg:border-t-0 lg:border-b-[3px] ${isExpanded && tab.id === selected ? 'border-ink font-bold' : 'border-transparent'}`}
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id }) => (
        <TabPanel
          key={id}
          id={id}
          className={
            isExpanded
              ? 'max-h-[70dvh] overflow-y-auto overscroll-contain p-4 lg:max-h-none lg:min-h-0'
              : 'hidden'
          }
        >
          {children}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
