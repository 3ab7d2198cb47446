import type { PictureKey } from '../catalogue'
import type { Painter } from '../kit/painter'
import { assemblyHall } from './assembly-hall'
import { ballotBox } from './ballot-box'
import { bankNotes } from './bank-notes'
import { baulStage } from './baul-stage'
import { bookFair } from './book-fair'
import { busTerminal } from './bus-terminal'
import { containerPort } from './container-port'
import { courtBuilding } from './court-building'
import { cricketGround } from './cricket-ground'
import { desertRoad } from './desert-road'
import { dhakaSkyline } from './dhaka-skyline'
import { filmSet } from './film-set'
import { floodedVillage } from './flooded-village'
import { footballGirls } from './football-girls'
import { garmentLine } from './garment-line'
import { hillValley } from './hill-valley'
import { hospitalWard } from './hospital-ward'
import { metroTrain } from './metro-train'
import { mobilePhone } from './mobile-phone'
import { mosqueDusk } from './mosque-dusk'
import { nightSky } from './night-sky'
import { pithaPlate } from './pitha-plate'
import { riceField } from './rice-field'
import { rickshawStreet } from './rickshaw-street'
import { riverBoats } from './river-boats'
import { schoolClassroom } from './school-classroom'
import { seaBeach } from './sea-beach'
import { serverRoom } from './server-room'
import { stockBoard } from './stock-board'
import { stormCoast } from './storm-coast'
import { sundarbansCreek } from './sundarbans-creek'
import { teaGarden } from './tea-garden'
import { templeLamps } from './temple-lamps'
import { unChamber } from './un-chamber'
import { vegetableMarket } from './vegetable-market'
import { winterFog } from './winter-fog'

export type Scene = (p: Painter) => void

/** One scene for each picture of the catalogue; a missing key is a type error. */
export const scenes: Record<PictureKey, Scene> = {
  'assembly-hall': assemblyHall,
  'ballot-box': ballotBox,
  'bank-notes': bankNotes,
  'baul-stage': baulStage,
  'book-fair': bookFair,
  'bus-terminal': busTerminal,
  'container-port': containerPort,
  'court-building': courtBuilding,
  'cricket-ground': cricketGround,
  'desert-road': desertRoad,
  'dhaka-skyline': dhakaSkyline,
  'film-set': filmSet,
  'flooded-village': floodedVillage,
  'football-girls': footballGirls,
  'garment-line': garmentLine,
  'hill-valley': hillValley,
  'hospital-ward': hospitalWard,
  'metro-train': metroTrain,
  'mobile-phone': mobilePhone,
  'mosque-dusk': mosqueDusk,
  'night-sky': nightSky,
  'pitha-plate': pithaPlate,
  'rice-field': riceField,
  'rickshaw-street': rickshawStreet,
  'river-boats': riverBoats,
  'school-classroom': schoolClassroom,
  'sea-beach': seaBeach,
  'server-room': serverRoom,
  'stock-board': stockBoard,
  'storm-coast': stormCoast,
  'sundarbans-creek': sundarbansCreek,
  'tea-garden': teaGarden,
  'temple-lamps': templeLamps,
  'un-chamber': unChamber,
  'vegetable-market': vegetableMarket,
  'winter-fog': winterFog,
}
